/// What an append expects of its stream.
public enum ExpectedRevision: Hashable, Sendable {
  case any
  case noStream
  case streamExists
  case exactly(Revision)

  /// Whether a stream whose last revision is `actual` (`nil`: no such stream) is as expected.
  public func allows(_ actual: Revision?) -> Bool {
    switch self {
    case .any: true
    case .noStream: actual == nil
    case .streamExists: actual != nil
    case .exactly(let revision): actual == revision
    }
  }
}
