/// How an event is cited, corrected and retracted: `article/ab12@3`.
public struct EventAddress: Hashable, Sendable {
  public var stream: StreamName
  public var revision: Revision

  public init(stream: StreamName, revision: Revision) {
    self.stream = stream
    self.revision = revision
  }
}

extension EventAddress: LosslessStringConvertible {
  /// Reads `stream@revision`; the last `@` separates, so names may contain one.
  public init?(_ text: String) {
    guard let separator = text.lastIndex(of: "@"),
      let name = try? StreamName(String(text[..<separator])),
      let revision = Revision(String(text[text.index(after: separator)...]))
    else { return nil }
    self.init(stream: name, revision: revision)
  }

  public var description: String { "\(stream.rawValue)@\(revision.rawValue)" }
}
