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

  /// Stores many articles, extracting on all cores and storing in the given order.
  ///
  /// - Parameter outcome: told of each in order; returning `false` stops after it.
  public func ingest(
    _ inputs: [ArticleInput], outcome: (Int, IngestOutcome) throws -> Bool
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, PreparedArticle?).self) { group in
      for (index, input) in inputs.enumerated() {
        group.addTask { (index, try self.prepare(input)) }
      }
      var waiting: [Int: PreparedArticle?] = [:]
      var next = 0
      for try await (index, prepared) in group {
        waiting.updateValue(prepared, forKey: index)
        while let article = waiting.removeValue(forKey: next) {
          let done =
            if let article { try await store(article) } else {
              IngestOutcome.alreadyStored(stream(of: inputs[next]))
            }
          guard try outcome(next, done) else { return group.cancelAll() }
          next += 1
        }
      }
    }
  }

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
