public import TarikhModel

/// What became of one article.
public enum IngestOutcome: Hashable, Sendable {
  /// It is new: its stream, and how many reports were found in it.
  case stored(StreamName, reports: Int)
  /// The same text is stored already; nothing was appended.
  case alreadyStored(StreamName)
  /// It was stored by another version of the extractor: what the newer one sees differently.
  case updated(StreamName, added: Int, retracted: Int)

  public var stream: StreamName {
    switch self {
    case .stored(let stream, _), .alreadyStored(let stream), .updated(let stream, _, _): stream
    }
  }
}
