internal import TarikhExtraction
internal import TarikhLog
public import TarikhModel

extension Timeline {
  /// Reads stored articles again with the present extractor, and appends only the difference.
  ///
  /// A fact found again stays the event that it is; one no longer found is retracted with that
  /// reason. What a person corrected or retracted, and what other programs reported, stays. An
  /// article whose text was redacted is passed over.
  ///
  /// - Parameters:
  ///   - streams: which articles; all, if `nil`.
  ///   - isDryRun: whether nothing is appended.
  ///   - progress: told of each article that was read, with how many there are and its
  ///     difference, `nil` for none; returning `false` stops.
  public func reextract(
    _ streams: [StreamName]?, isDryRun: Bool,
    progress: (Int, Int, ReextractionDifference?) throws -> Bool
  ) async throws {
    let streams = try streams ?? articleStreams()
    for (index, stream) in streams.enumerated() {
      let difference = try await reextract(stream, isDryRun: isDryRun)
      guard try progress(index + 1, streams.count, difference) else { return }
    }
  }

  private func articleStreams() throws -> [StreamName] {
    var names: [StreamName] = []
    while true {
      let heads = try log.streams(after: names.last, limit: 1000)
      names += heads.map(\.name)
      if heads.count < 1000 { break }
    }
    return names.filter { $0.rawValue.hasPrefix("article/") }
  }

  private func reextract(
    _ stream: StreamName, isDryRun: Bool
  ) async throws -> ReextractionDifference? {
    let stored = try log.events(in: stream, from: .zero, limit: .max)
    guard let last = stored.last?.revision, let text = try text(of: stored) else { return nil }
    let found = try difference(text, stored)
    guard !found.events.isEmpty else { return nil }
    if !isDryRun, try await !append(found.events, to: stream, after: last) {
      return try await reextract(stream, isDryRun: isDryRun)
    }
    return ReextractionDifference(stream: stream, added: found.added, retracted: found.retracted)
  }

  /// - Returns: `false` if somebody else wrote to the stream in between: it has to be read again.
  private func append(
    _ events: [NewEvent], to stream: StreamName, after last: Revision
  ) async throws -> Bool {
    do throws(AppendError) {
      _ = try await log.append(events, texts: [], to: stream, expecting: .exactly(last))
      return true
    } catch {
      guard case .wrongExpectedRevision = error else { throw error }
      return false
    }
  }

  private func text(of stored: [Event]) throws -> String? {
    for event in stored {
      if case .articleReceived(let article) = event.payload {
        return try log.text(for: article.text)
      }
    }
    return nil
  }

  /// What this extractor finds differently in the text of a stream.
  func difference(_ text: String, _ stored: [Event]) throws -> Reextraction {
    let extractor = try extractor()
    let reports = extractor.extract(text, publication: publication(in: stored)).reports
    return Reextraction(
      of: reports, by: extractor.version, against: stored,
      touched: try touched.addresses(in: log))
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
}
