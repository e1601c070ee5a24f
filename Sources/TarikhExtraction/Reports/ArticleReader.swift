internal import ArabicDates
internal import EDTF
internal import TarikhModel

/// Runs all stages over one article.
struct ArticleReader {
  let resources: ExtractorResources
  let version: ExtractorVersion

  func read(_ text: String, publication: Publication?) -> Extraction {
    let arabic = ArabicText(text)
    let quotations = QuotationSpans(arabic.tokens)
    let lines = LineClassifier(arabic).classify()
    let known = publication?.date.flatMap { PublicationDays($0) }
    let context = context(arabic, quotations, reference: known?.last ?? known?.first)
    let finder = PublicationFinder(context: context)
    if let opening = lines.first(where: { $0.role == .body }).flatMap(finder.opening) {
      context.datelines = [opening]
    }
    var sentences = SentenceSplitter.sentences(
      in: lines, role: .body, tokens: arabic.tokens, quotations: quotations)
    if sentences.isEmpty {
      // Nothing but a headline: then it is the news.
      sentences = SentenceSplitter.sentences(
        in: lines, role: .heading, tokens: arabic.tokens, quotations: quotations)
    }
    context.resolveVerbs(in: sentences.map(\.tokens))
    var reader = SentenceReader(context: context)
    let readings = sentences.map { reader.read($0.tokens) }
    let dated = publication?.date == nil ? found(context, lines, readings) : publication
    let when = WhenBuilder(publication: PublicationDays(dated?.date))
    var reports: [ExtractedReport] = []
    var lastForce: Participant?
    for reading in readings {
      let drafts = DraftBuilder(context: context, reading: reading, when: when)
        .drafts(&lastForce)
      reports += finished(drafts, context, sentence: reading.sentence)
    }
    return Extraction(
      publication: dated ?? Publication(date: nil, basis: .unknown, reason: nil),
      title: title(lines, context), reports: reports)
  }

  private func context(
    _ text: ArabicText, _ quotations: QuotationSpans, reference: Day?
  ) -> ArticleContext {
    let places = DatePlace.place(
      resources.dates.mentions(in: text, reference: reference), in: text.tokens)
    let profiles = resources.vocabulary.profiles(of: text)
    return ArticleContext(
      text: text, lexicon: resources.vocabulary.lexicon, profiles: profiles,
      quotations: quotations, entities: resources.entities.mentions(in: text, profiles),
      quantities: resources.quantities.mentions(
        in: text, profiles, excluding: places.map(\.tokens)),
      dates: places)
  }

  private func title(_ lines: [Line], _ context: ArticleContext) -> String? {
    guard let line = lines.first(where: { $0.role == .heading || $0.role == .body }),
      line.role == .heading
    else { return nil }
    return context.words(line.tokens)
  }

  private func found(
    _ context: ArticleContext, _ lines: [Line], _ readings: [SentenceReading]
  ) -> Publication {
    if let dateline = PublicationFinder(context: context).dateline(in: lines) { return dateline }
    var dated: [(DateMention, Bool)] = []
    for reading in readings {
      for (trigger, date) in reading.dates.sorted(by: { $0.key < $1.key })
      where date.manner == .own {
        switch reading.commitments[trigger].modality {
        case .asserted: dated.append((context.dates[date.date].mention, true))
        case .planned, .expected, .demanded:
          dated.append((context.dates[date.date].mention, false))
        case .possible, .conditional, .denied: break
        }
      }
    }
    return PublicationFinder.inferred(from: dated)
  }

  /// Drafts as reports: places become offsets with the words that stand there.
  private func finished(
    _ drafts: [ReportDraft], _ context: ArticleContext, sentence: Range<Int>
  ) -> [ExtractedReport] {
    var identities: [EventID] = []
    var result: [ExtractedReport] = []
    identities.reserveCapacity(drafts.count)
    result.reserveCapacity(drafts.count)
    let span = context.range(sentence)
    for draft in drafts {
      let range = context.range(draft.evidence)
      let trigger = context.tokens[draft.trigger.token].range
      let evidence = Evidence(
        quote: context.text[range],
        range: TextRange(start: range.lowerBound, end: range.upperBound),
        trigger: TextRange(start: trigger.lowerBound, end: trigger.upperBound))
      let report = Report(
        kind: draft.kind, when: draft.when, modality: draft.commitment.modality,
        polarity: draft.commitment.polarity, aspect: draft.commitment.aspect,
        detail: draft.detail, attribution: draft.attribution, participants: draft.participants,
        quantities: draft.quantities, evidence: evidence,
        saidIn: draft.saidIn.map { identities[$0] }, extractor: version)
      let identity = EventID(content: report)
      identities.append(identity)
      result.append(
        ExtractedReport(
          id: identity, report: report,
          sentence: TextRange(start: span.lowerBound, end: span.upperBound)))
    }
    // They seldom are out of order, and are large.
    let starts = result.map { $0.report.evidence?.range.start ?? 0 }
    if zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) { return result }
    return result.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }.map { result[$0] }
  }
}

extension ArticleContext {
  /// The scalars from the first to the last of these tokens.
  func range(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  func words(_ range: Range<Int>) -> String { text[self.range(range)] }
}

extension DatePlace {
  /// Finds the tokens that each mention covers.
  ///
  /// - Complexity: O(*n*): both lists are in reading order.
  static func place(_ mentions: [DateMention], in tokens: [Token]) -> [DatePlace] {
    var result: [DatePlace] = []
    var index = 0
    for mention in mentions {
      while index < tokens.count, tokens[index].range.upperBound <= mention.range.lowerBound {
        index += 1
      }
      var end = index
      while end < tokens.count, tokens[end].range.lowerBound < mention.range.upperBound { end += 1 }
      if end > index { result.append(DatePlace(mention: mention, tokens: index..<end)) }
      index = max(index, end)
    }
    return result
  }
}

/// What the extractor reads from its data files, once.
struct ExtractorResources: Sendable {
  /// One for all articles: it remembers words.
  let vocabulary: Vocabulary
  let entities: EntityRecognizer
  let quantities: QuantityRecognizer
  let dates: DateRecognizer

  static let bundled = ExtractorResources(.bundled, dates: DateRecognizer())

  init(_ vocabulary: Vocabulary, dates: DateRecognizer) {
    self.vocabulary = vocabulary
    self.dates = dates
    entities = EntityRecognizer(vocabulary)
    quantities = QuantityRecognizer(vocabulary)
  }
}
