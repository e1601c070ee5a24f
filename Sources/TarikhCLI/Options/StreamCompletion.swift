import Tarikh

/// Completes names of streams, and addresses of their events.
enum StreamCompletion {
  /// More than anybody reads in a shell.
  private static let limit = 200

  @Sendable static func streams(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let word = CompletedWord(prefix: prefix)
    return CompletionStore.words(words) { timeline in
      word.completions(try names(in: timeline, from: word.prefix))
    }
  }

  @Sendable static func addresses(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let word = CompletedWord(prefix: prefix)
    return CompletionStore.words(words) { timeline in
      let stream = word.prefix.prefix { $0 != "@" }
      guard word.prefix.contains("@"), let name = try? StreamName(String(stream)),
        let last = try timeline.log.lastRevision(of: name)
      else { return word.completions(try names(in: timeline, from: word.prefix).map { "\($0)@" }) }
      let first = last.rawValue - min(last.rawValue, UInt64(limit))
      return word.completions((first...last.rawValue).map { "\(name.rawValue)@\($0)" })
    }
  }

  /// Names from `start` on, in byte order, so that a long log is not read through.
  private static func names(in timeline: Timeline, from start: String) throws -> [String] {
    guard let start = try? StreamName(start) else {
      return try timeline.log.streams(after: nil, limit: limit).map(\.name.rawValue)
    }
    let later = try timeline.log.streams(after: start, limit: limit).map(\.name.rawValue)
    let isThere = try timeline.log.lastRevision(of: start) != nil
    return (isThere ? [start.rawValue] : []) + later
  }
}
