internal import TarikhExtraction
internal import TarikhLog
internal import TarikhModel

extension Timeline {
  /// Stores an article with the reports found in it, whole or not at all.
  ///
  /// Answers after it is durable. The same text again stores nothing.
  /// Views are brought up to date by ``updateViews(progress:)``, once for many articles.
  @discardableResult
  public func ingest(_ input: ArticleInput) async throws -> IngestOutcome {
    try await store(PreparedArticle(input, extractor: extractor))
  }

  /// Stores many articles, extracting on all cores and storing in the given order.
  ///
  /// - Parameter outcome: told of each in order; returning `false` stops after it.
  public func ingest(
    _ inputs: [ArticleInput], outcome: (Int, IngestOutcome) throws -> Bool
  ) async throws {
    let extractor = extractor
    try await withThrowingTaskGroup(of: (Int, PreparedArticle).self) { group in
      for (index, input) in inputs.enumerated() {
        group.addTask { (index, PreparedArticle(input, extractor: extractor)) }
      }
      var waiting: [Int: PreparedArticle] = [:]
      var next = 0
      for try await (index, prepared) in group {
        waiting[index] = prepared
        while let article = waiting.removeValue(forKey: next) {
          guard try outcome(next, try await store(article)) else { return group.cancelAll() }
          next += 1
        }
      }
    }
  }

  private func store(_ prepared: PreparedArticle) async throws -> IngestOutcome {
    if try log.lastRevision(of: prepared.stream) != nil { return try await update(prepared) }
    do {
      _ = try await log.append(
        prepared.events, texts: [prepared.text], to: prepared.stream, expecting: .noStream)
      return .stored(prepared.stream, reports: prepared.reports.count)
    } catch AppendError.wrongExpectedRevision {
      // Another process stored the same text in between.
      return .alreadyStored(prepared.stream)
    }
  }

  /// Brings a stored article to what this version of the extractor finds.
  private func update(_ prepared: PreparedArticle) async throws -> IngestOutcome {
    let stored = try log.events(in: prepared.stream, from: .zero, limit: .max)
    guard Reextraction.isDue(for: stored), let last = stored.last?.revision else {
      return .alreadyStored(prepared.stream)
    }
    let text = prepared.text.text
    let reports = extractor.extract(text, publication: publication(in: stored)).reports
    let difference = Reextraction(of: reports, against: stored, touched: try touchedAddresses())
    let events = difference.added + difference.retracted
    guard !events.isEmpty else { return .alreadyStored(prepared.stream) }
    _ = try await log.append(events, texts: [], to: prepared.stream, expecting: .exactly(last))
    return .updated(
      prepared.stream, added: difference.added.count, retracted: difference.retracted.count)
  }

  /// The stream's publication as it is known now: given, or re-dated since.
  private func publication(in stored: [Event]) -> Publication? {
    stored.reduce(nil) { known, event in
      switch event.payload {
      case .articleReceived(let article):
        article.publication.basis == .inferred ? nil : article.publication
      case .articleRedated(let publication, _): publication
      default: known
      }
    }
  }

  /// Every event that a correction, retraction or redaction names.
  private func touchedAddresses() throws -> Set<EventAddress> {
    var touched: Set<EventAddress> = []
    var position = Position.zero
    while true {
      let events = try log.events(after: position, limit: 1000)
      guard let last = events.last else { return touched }
      for event in events {
        switch event.payload {
        case .corrected(let target, _, _), .retracted(let target, _), .redacted(let target, _):
          touched.insert(target)
        default: break
        }
      }
      position = last.position
    }
  }
}
