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
    guard let prepared = try prepare(input) else { return .alreadyStored(stream(of: input)) }
    return try await store(prepared)
  }

  /// Stores many articles, extracting on all cores and storing in the given order, some dozens
  /// in one commit.
  ///
  /// - Parameter outcome: told of each in order, once it is durable; returning `false` stops
  ///   after those that were stored together with it, of which it is still told.
  public func ingest(
    _ inputs: [ArticleInput], outcome: (Int, IngestOutcome) throws -> Bool
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, PreparedArticle?).self) { group in
      for (index, input) in inputs.enumerated() {
        group.addTask { (index, try self.prepare(input)) }
      }
      var waiting: [Int: PreparedArticle?] = [:]
      var batch: [(index: Int, article: PreparedArticle?)] = []
      var next = 0
      for try await (index, prepared) in group {
        waiting.updateValue(prepared, forKey: index)
        while let article = waiting.removeValue(forKey: next) {
          batch.append((next, article))
          next += 1
        }
        guard batch.count >= Self.articlesPerCommit || next == inputs.count else { continue }
        let outcomes = try await store(batch.map(\.article))
        var goesOn = true
        for (place, stored) in zip(batch, outcomes) {
          let known = IngestOutcome.alreadyStored(stream(of: inputs[place.index]))
          goesOn = try outcome(place.index, stored ?? known) && goesOn
        }
        guard goesOn else { return group.cancelAll() }
        batch.removeAll()
      }
    }
  }

  private static let articlesPerCommit = 32

  private func stream(of input: ArticleInput) -> StreamName {
    StreamName.article(for: Digest.sha256(of: input.text))
  }

  /// What to store of `input`; `nil` where this version of the extractor has seen it already, so
  /// that it need not be read again.
  private func prepare(_ input: ArticleInput) throws -> PreparedArticle? {
    let stream = stream(of: input)
    if try log.lastRevision(of: stream) != nil {
      let stored = try log.events(in: stream, from: .zero, limit: .max)
      guard try Reextraction.isDue(for: stored, now: extractor().version) else { return nil }
    }
    return PreparedArticle(input, extractor: try extractor())
  }

  private func store(_ prepared: PreparedArticle) async throws -> IngestOutcome {
    try await store([prepared])[0] ?? .alreadyStored(prepared.stream)
  }

  /// Stores new articles in one commit, and brings those that are stored up to date; `nil` for
  /// each that needs neither.
  private func store(_ batch: [PreparedArticle?]) async throws -> [IngestOutcome?] {
    var outcomes = [IngestOutcome?](repeating: nil, count: batch.count)
    var fresh: [(index: Int, article: PreparedArticle)] = []
    var streams: Set<StreamName> = []
    for case (let index, let article?) in batch.enumerated() {
      if try log.lastRevision(of: article.stream) == nil {
        // The same text may come twice; the first is stored, the second known.
        if streams.insert(article.stream).inserted { fresh.append((index, article)) }
      } else {
        outcomes[index] = try await update(article)
      }
    }
    let appends = fresh.map { _, article in
      StreamAppend(
        article.events, texts: [article.text], to: article.stream, expecting: .noStream)
    }
    for ((index, article), result) in zip(fresh, await log.append(appends)) {
      switch result {
      case .success: outcomes[index] = .stored(article.stream, reports: article.reports.count)
      // Another process stored the same text in between.
      case .failure(.wrongExpectedRevision): outcomes[index] = .alreadyStored(article.stream)
      case .failure(let error): throw error
      }
    }
    return outcomes
  }

  /// Brings a stored article to what this version of the extractor finds.
  private func update(_ prepared: PreparedArticle) async throws -> IngestOutcome {
    let stored = try log.events(in: prepared.stream, from: .zero, limit: .max)
    guard try Reextraction.isDue(for: stored, now: extractor().version),
      let last = stored.last?.revision
    else { return .alreadyStored(prepared.stream) }
    let difference = try difference(prepared.text.text, stored)
    guard !difference.events.isEmpty else { return .alreadyStored(prepared.stream) }
    do {
      _ = try await log.append(
        difference.events, texts: [], to: prepared.stream, expecting: .exactly(last))
    } catch AppendError.wrongExpectedRevision {
      // Somebody else wrote to the stream in between; the next ingest looks again.
      return .alreadyStored(prepared.stream)
    }
    return .updated(
      prepared.stream, added: difference.added.count, retracted: difference.retracted.count)
  }
}
