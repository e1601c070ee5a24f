/// What sort of event it is; raw values are the names in the log, in JSON and on the command line.
public enum EventType: String, Hashable, Sendable, CaseIterable {
  case articleReceived = "article.received"
  case reported
  case corrected
  case retracted
  case articleRedated = "article.redated"
  case redacted
  case fact
}

extension EventPayload {
  /// The type of the event; of an erased event, the type that it had.
  public var type: EventType {
    switch self {
    case .articleReceived: .articleReceived
    case .reported: .reported
    case .corrected: .corrected
    case .retracted: .retracted
    case .articleRedated: .articleRedated
    case .redacted: .redacted
    case .fact: .fact
    case .erased(let type, _): type
    }
  }

  /// The name of ``type``: `article.received`, `reported`, `corrected`, `retracted`, and so on.
  public var typeName: String { type.rawValue }
}
