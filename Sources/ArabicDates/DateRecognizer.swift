public import EDTF

/// Finds Arabic date expressions and says what they mean.
///
/// A pure function of the text, the reference day and the tables in `Data`: the text is folded
/// and cut into tokens, a grammar reads expressions off them, and each is resolved against the
/// reference day and the tense of its clause. With Friday 2024-09-27 for reference:
///
/// | expression | EDTF |
/// |---|---|
/// | ٢٧ سبتمبر ٢٠٢٤, 27/9/2024, 27 أيلول/سبتمبر 2024 | `2024-09-27` |
/// | عام 2011, (1948), في ألفين وثلاثة | `2011`, `1948`, `2003` |
/// | أمس, أول من أمس, مساء غد | `2024-09-26`, `2024-09-25`, `2024-09-28` |
/// | التقى … الثلاثاء; سيلتقي … الثلاثاء | `2024-09-24`; `2024-10-01` |
/// | الثلاثاء الماضي, الجمعة من الأسبوع المقبل | `2024-09-24`, `2024-10-04` |
/// | الأسبوع الماضي; هذا الأسبوع of what has happened | `2024-09-16/2024-09-22`; `2024-09-23/2024-09-27` |
/// | الشهر المقبل, هذا العام, العقد الماضي | `2024-10`, `2024`, `201X` |
/// | سبتمبر الماضي: never the month of the reference | `2023-09` |
/// | قتل في ديسمبر; ستبدأ في ديسمبر | `2023-12`; `2024-12` |
/// | أوائل / منتصف / نهاية أغسطس 2025 | days 1–10, 11–20, 21–31, each `~` |
/// | مطلع 2025, نهاية العام | `2025-01~`, `2024-12~` |
/// | منذ 2011, حتى 2026, بحلول 2025 | `2011/..`, `../2026`, `../2025` |
/// | قبل 2011, بعد 2011 | `../2010`, `2012/..` |
/// | قبل يومين, قبل شهرين, قبل أسبوعين, قبل عشر سنوات | `2024-09-25`, `2024-07`, `2024-09-13~`, `2014~` |
/// | بعد ثلاثة أيام when it is still to come; in a story | `2024-09-30`; nothing |
/// | الأشهر الأخيرة, السنوات الخمس الماضية | `2024-06-27~/2024-09-27~`, `2019~/2024-09-27` |
/// | من 13 إلى 15 يوليو, بين عامي 2011 و2015 | `2024-07-13/2024-07-15`, `2011/2015` |
/// | الستينيات, القرن التاسع عشر | `196X`, `18XX` |
/// | صيف 2024, الربع الثالث من 2024 | `2024-22`, `2024-07/2024-09` |
/// | 27 رمضان 1445 هـ; with its Gregorian day beside it | `2024-04-06~`; that day |
/// | في العام نفسه, اليوم التالي | from the date said before, else nothing |
/// | حاليا; مؤخرا | `2024-09-27~`; nothing |
/// | ثلاثة أيام, كل جمعة, الساعة الثامنة | nothing: a duration, a set, a time |
public struct DateRecognizer: Sendable {
  private let lexicon: Lexicon

  public init() { lexicon = .standard }

  /// The date expressions of `text` in reading order, none overlapping another.
  ///
  /// - Parameter reference: the day that "yesterday" is relative to; without it relative
  ///   expressions are found, with `edtf == nil` and their rule in `relative`.
  /// - Complexity: O(*n*) in the length of the text.
  public func mentions(in text: String, reference: Day?) -> [DateMention] {
    mentions(in: ArabicText(text), reference: reference)
  }

  /// The same for a text that is already cut into tokens.
  package func mentions(in text: ArabicText, reference: Day?) -> [DateMention] {
    let reader = Reader(text, lexicon: lexicon)
    let grammar = Grammar(reader)
    var resolver = Resolver(reference: reference)
    var found: [DateMention] = []
    var weeksGoneBy: [Int] = []
    var index = 0
    while index < reader.tokens.count {
      guard !reader.kinds(index).isDisjoint(with: Grammar.starters),
        let phrase = grammar.expression(at: index)
      else {
        index += 1
        continue
      }
      if case .rule(.week(offset: -1)) = phrase.meaning, phrase.relation == .during {
        weeksGoneBy.append(found.count)
      }
      found.append(mention(phrase, reader, &resolver))
      index = phrase.end
    }
    return lastDays(of: found, weeksGoneBy, reference)
  }

  /// خلال الأسبوع الماضي beside weekdays of these days means the seven days behind us, not the
  /// week before this one: whoever says "on Tuesday" tells of days just gone.
  private func lastDays(
    of mentions: [DateMention], _ weeks: [Int], _ reference: Day?
  ) -> [DateMention] {
    guard !weeks.isEmpty,
      mentions.contains(where: { mention in
        if case .weekday(_, .latest) = mention.relative { true } else { false }
      })
    else { return mentions }
    var mentions = mentions
    let rule = RelativeDate.running(.week, count: -1)
    for index in weeks {
      mentions[index].relative = rule
      mentions[index].edtf = reference.flatMap { rule.resolve(against: $0) }
      mentions[index].kind = .interval
    }
    return mentions
  }

  private func mention(
    _ phrase: Phrase, _ reader: Reader, _ resolver: inout Resolver
  ) -> DateMention {
    resolver.tense = TenseReader(reader).tense(before: phrase.start, after: phrase.end)
    resolver.isWhole = reader.isWhole(phrase)
    resolver.goesOn = reader.isOneSentence(resolver.antecedentEnd, phrase.start)
    let resolved = resolver.resolve(phrase.meaning)
    let expression = resolved.flatMap(resolver.expression)
    if let expression, expression.bounds.earliest.day != nil {
      resolver.antecedent = expression
      resolver.antecedentEnd = phrase.end
    }
    let range = reader.range(of: phrase)
    return DateMention(
      expression: reader.text[range], range: range,
      kind: phrase.meaning.kind(expression), edtf: expression,
      relative: resolved.flatMap { $0.usesReference ? $0.rule : nil },
      relation: phrase.relation ?? (expression.map(isOneDay) ?? true ? .on : .during),
      isApproximate: phrase.meaning.isVague)
  }

  private func isOneDay(_ expression: EDTFExpression) -> Bool {
    expression.bounds.earliest == expression.bounds.latest
  }
}

extension Reader {
  /// Whether no sentence ends between two tokens, and few words stand there.
  func isOneSentence(_ start: Int, _ end: Int) -> Bool {
    guard (start...start + 40).contains(end) else { return false }
    return (start..<end).allSatisfy { kind($0) != .lineBreak && !isMark($0, ".؟!?") }
  }

  /// Whether no clause stands around the phrase: only marks or a preposition before it.
  func isWhole(_ phrase: Phrase) -> Bool {
    guard phrase.start <= 3, tokens.count - phrase.end <= 3 else { return false }
    let around = Array(0..<phrase.start) + Array(phrase.end..<tokens.count)
    return around.allSatisfy { index in
      kind(index) != .word && kind(index) != .number
        || has(index, .preposition)
    }
  }

  /// The scalars of a phrase, without "and", "in" or "for" written onto its first word.
  func range(of phrase: Phrase) -> Range<Int> {
    var start = tokens[phrase.start].range.lowerBound
    let end = tokens[phrase.end - 1].range.upperBound
    var letters = kind(phrase.start) == .word ? cliticLength(phrase.start) : 0
    while letters > 0, start < end {
      start += 1
      letters -= 1
      while start < end, ArabicFolding.isIgnored(text.scalars[start]) { start += 1 }
    }
    return start..<end
  }
}
