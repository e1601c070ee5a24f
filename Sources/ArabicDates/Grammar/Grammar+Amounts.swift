internal import EDTF

extension Grammar {
  /// One or several counted units: يومين, ثلاثة أسابيع, عام وشهر و21 يوما.
  func amounts(_ index: Int) -> Found<[Amount]>? {
    let begin = has(index, .approximator) ?? index
    guard var (first, end) = amount(begin) else { return nil }
    if begin != index, first.unit.calendarUnit != nil { first.isRough = true }
    var amounts = [first]
    for _ in 0..<3 {
      let comma = mark(end, "،,") ?? end
      guard let next = joined(end) ?? (comma == end ? nil : comma) else { break }
      var grammar = self
      grammar.origin = next
      guard let (more, after) = grammar.amount(next), more.unit != first.unit else { break }
      amounts.append(more)
      end = after
    }
    return (amounts, afterNow(end))
  }

  /// من الآن, مضت, في المستقبل add nothing.
  private func afterNow(_ index: Int) -> Int {
    if let from = preposition(index, .from), let end = word(from, .now) { return end }
    if let from = preposition(index, .from), let end = word(from, .ofTime) { return end }
    if let inside = preposition(index, .inside), let end = word(inside, .ahead) { return end }
    return index
  }

  /// شهر, يومين, 3 أيام, ثلاث سنوات, بضعة أشهر, عشرين سنة.
  func amount(_ index: Int) -> Found<Amount>? {
    if let vague = vagueAmount(index) {
      guard let (unit, end) = indefiniteUnit(vague, .plural) else { return nil }
      // "A few" is three by convention, and rough.
      return (Amount(count: 3, unit: unit, isRough: true), end)
    }
    if let fraction = fractionOfUnit(index) { return fraction }
    if let (unit, end) = indefiniteUnit(index, .dual) {
      let two = word(end, .two) ?? end
      let after = halved(two)
      return (Amount(count: 2, unit: unit, isRough: after != two), after)
    }
    if let (unit, end) = indefiniteUnit(index, .singular) {
      guard year(index) == nil, !names(unit, end) else { return nil }
      let one = word(end, .one) ?? end
      let end = halved(one)
      return (Amount(count: 1, unit: unit, isRough: end != one), end)
    }
    if let (unit, end) = indefiniteUnit(index, .plural) {
      guard let few = vagueAmount(end) else { return (Amount(count: nil, unit: unit), end) }
      return (Amount(count: 3, unit: unit, isRough: true), few)
    }
    guard let (count, next) = cardinal(index), let (unit, end) = indefiniteUnit(next, nil),
      // "No. 9, year (1921)" counts no years.
      unit != .year || year(next) == nil
    else { return nil }
    let after = halved(end)
    return (Amount(count: count, unit: unit, isRough: after != end), after)
  }

  /// نصف قرن, ربع قرن, نصف عام: in whole smaller units, and rough.
  private func fractionOfUnit(_ index: Int) -> Found<Amount>? {
    guard !hasArticle(index), let next = has(index, .half) ?? has(index, .quarter),
      let (unit, end) = indefiniteUnit(next, .singular)
    else { return nil }
    let isHalf = has(index, .half) != nil
    switch unit {
    case .century: return (Amount(count: isHalf ? 50 : 25, unit: .year, isRough: true), end)
    case .year: return (Amount(count: isHalf ? 6 : 3, unit: .month, isRough: true), end)
    default: return nil
    }
  }

  /// Whether the noun goes with a name after it: "the day Friday", "the month of May".
  private func names(_ unit: TimeUnit, _ next: Int) -> Bool {
    switch unit {
    case .day: reader.has(next, [.weekday, .digits, .dayWord, .ordinal, .holiday])
    case .month: monthName(next) != nil
    default: false
    }
  }

  private func indefiniteUnit(_ index: Int, _ form: Form?) -> Found<TimeUnit>? {
    guard !hasArticle(index) else { return nil }
    return unit(index, form)
  }

  /// ونصف العام: a half is lost, which the caller's approximation covers.
  private func halved(_ index: Int) -> Int {
    guard reader.clitics(index).contains(.conjunction), reader.has(index, .half) else {
      return index
    }
    return unit(index + 1, .singular).flatMap { hasArticle(index + 1) ? $0.end : nil } ?? index + 1
  }

  /// لمدة ثلاثة أيام, عشر سنوات; 3 أيام مضت is a date.
  func duration(_ index: Int) -> Phrase? {
    guard let (amount, end) = amount(index), reader.kind(index) == .number || isCountedAmount(index)
    else { return nil }
    if let (bearing, after) = bearing(end), bearing == .last, amount.count != nil {
      return Phrase(meaning: .shifted([amount], sign: -1), start: index, end: after)
    }
    if let (amounts, after) = amounts(index), after > end, reader.has(after - 1, .now) {
      return Phrase(meaning: .shifted(amounts, sign: 1), start: index, end: after)
    }
    return Phrase(meaning: .duration, start: index, end: end)
  }

  /// A lone "day" or "year" is no duration; a counted or dual one is.
  private func isCountedAmount(_ index: Int) -> Bool {
    if vagueAmount(index) != nil || indefiniteUnit(index, .dual) != nil { return true }
    guard let (_, next) = cardinal(index) else { return false }
    return unit(next) != nil
  }

  /// كل يوم جمعة, يوميا, كل عام.
  func repetition(_ index: Int) -> Phrase? {
    let adverb: Found<Bool>? = first(index, .repetition) { $0 == .repetition ? true : nil }
    if let end = adverb?.end { return Phrase(meaning: .repetition, start: index, end: end) }
    if let (unit, next) = unit(index, .plural), unit == .day, let (_, end) = weekday(next) {
      return Phrase(meaning: .repetition, start: index, end: end)
    }
    guard let every = has(index, .every) else { return nil }
    if let (unit, end) = unit(every), unit.calendarUnit != nil {
      let day: Found<Int>? = first(end, .weekday) {
        if case .weekday(let day, _) = $0 { day } else { nil }
      }
      return Phrase(meaning: .repetition, start: index, end: day?.end ?? end)
    }
    if let (amount, end) = amount(every), amount.unit.calendarUnit != nil {
      return Phrase(meaning: .repetition, start: index, end: end)
    }
    let day: Found<Int>? = first(every, .weekday) {
      if case .weekday(let day, _) = $0 { day } else { nil }
    }
    guard let day else { return nil }
    return Phrase(meaning: .repetition, start: index, end: day.end)
  }

  /// الساعة 15:00 بتوقيت غرينتش, الساعة الثامنة صباحا.
  func clockTime(_ index: Int) -> Phrase? {
    guard hasArticle(index), let (unit, next) = unit(index, .singular), unit == .hour else {
      return nil
    }
    var end = next
    if reader.number(next, digits: 1...2) != nil {
      end = next + 1
      if mark(end, ":.") != nil, reader.number(end + 1, digits: 2...2) != nil { end += 2 }
    } else if let (hour, after) = ordinal(next), hour <= 12 {
      end = after
    } else {
      return nil
    }
    let part: Found<Bool>? = first(end, .dayPart) { $0 == .dayPart ? true : nil }
    if let after = part?.end { end = after }
    if joined(end) != nil, reader.has(end, [.half, .quarter]) {
      end = dayPart(end + 1) ?? end + 1
    }
    if word(end, .zone) != nil, reader.kind(end + 1) == .word { end += 2 }
    return Phrase(meaning: .clock, start: index, end: end)
  }

  /// في وقت سابق من هذا الشهر: from its beginning up to today; في وقت لاحق: from today on.
  private func narrowed(_ adverb: Adverb, _ index: Int) -> Found<Meaning>? {
    guard adverb != .present else { return nil }
    let next = preposition(index, .from) ?? index
    if let (day, end) = dayWord(next) { return (day, end) }
    guard let (period, end) = placedUnit(next), case .rule(let rule) = period else { return nil }
    let today = Meaning.rule(.day(offset: 0))
    switch rule {
    case .week(offset: 0), .month(offset: 0), .period(.year, offset: 0):
      let sides = adverb == .past ? (period, today) : (today, period)
      return (.span(from: sides.0, to: sides.1), end)
    default: return (period, end)
    }
  }

  /// حاليا is today, roughly; مؤخرا and قريبا give no date.
  func adverb(_ index: Int) -> Phrase? {
    guard
      let (adverb, end) = first(
        index, .adverb,
        { sense -> Adverb? in
          if case .adverb(let adverb) = sense { adverb } else { nil }
        })
    else { return nil }
    if let (period, after) = narrowed(adverb, end) {
      return Phrase(meaning: period, start: index, end: after)
    }
    let meaning: Meaning =
      adverb == .present ? .approximately(.rule(.day(offset: 0))) : .vague
    return Phrase(meaning: meaning, start: index, end: end)
  }
}
