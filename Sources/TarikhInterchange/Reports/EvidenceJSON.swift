public import TarikhModel

/// The shape of the words that say so, with their place in the article's text.
public struct EvidenceJSON: Codable, Hashable, Sendable {
  public var quote: String
  public var start: Int
  public var end: Int
  public var trigger: [Int]?

  public init(_ evidence: Evidence) {
    quote = evidence.quote
    start = evidence.range.start
    end = evidence.range.end
    trigger = evidence.trigger.map { [$0.start, $0.end] }
  }

  public func value() throws(InterchangeError) -> Evidence {
    guard start >= 0, start <= end else {
      throw .notAllowed(path: "evidence.end", found: "\(end)", allowed: "at or after start")
    }
    var word: TextRange?
    if let trigger {
      guard trigger.count == 2, trigger[0] >= 0, trigger[0] <= trigger[1] else {
        throw .notAllowed(
          path: "evidence.trigger", found: "\(trigger)", allowed: "[start, end] of the word")
      }
      word = TextRange(start: trigger[0], end: trigger[1])
    }
    return Evidence(quote: quote, range: TextRange(start: start, end: end), trigger: word)
  }
}
