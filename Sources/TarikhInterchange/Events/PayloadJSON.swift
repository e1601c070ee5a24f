public import TarikhModel

/// The part of an event's shape that depends on its type; its keys lie beside the envelope's.
public struct PayloadJSON: Codable, Hashable, Sendable {
  public var article: ArticleJSON?
  public var report: ReportJSON?
  public var fact: FactJSON?
  /// Address of the event that is corrected, retracted or redacted.
  public var target: String?
  public var redated: PublicationJSON?
  public var reason: String?
  public var by: String?
  /// Digest of the body that was erased; only where it was.
  public var bodyHash: String?

  public init(_ payload: EventPayload, text: String?) {
    switch payload {
    case .articleReceived(let article): self.article = ArticleJSON(article, text: text)
    case .reported(let report): self.report = ReportJSON(report)
    case .corrected(let target, let report, let note):
      self.target = target.description
      self.report = ReportJSON(report)
      set(note)
    case .retracted(let target, let note), .redacted(let target, let note):
      self.target = target.description
      set(note)
    case .articleRedated(let publication, let note):
      redated = PublicationJSON(publication)
      set(note)
    case .fact(let fact): self.fact = FactJSON(fact)
    case .erased(_, let bodyHash): self.bodyHash = bodyHash.description
    }
  }

  private mutating func set(_ note: EditorialNote) {
    reason = note.reason
    by = note.by
  }

  /// What the event says, read as an event of `type`.
  public func value(type name: String) throws(InterchangeError) -> EventPayload {
    let type: EventType = try .named(name, at: "type")
    if let bodyHash {
      return .erased(
        type: type, bodyHash: try .spelled(bodyHash, at: "bodyHash", as: "sha256: and 64 digits"))
    }
    switch type {
    case .articleReceived:
      return .articleReceived(try Self.present(article, "article").value())
    case .reported: return .reported(try Self.present(report, "report").value())
    case .corrected:
      return .corrected(
        target: try address(), report: try Self.present(report, "report").value(), note: try note())
    case .retracted: return .retracted(target: try address(), note: try note())
    case .redacted: return .redacted(target: try address(), note: try note())
    case .articleRedated:
      return .articleRedated(try Self.present(redated, "redated").value(), note: try note())
    case .fact: return .fact(try Self.present(fact, "fact").fact())
    }
  }

  private func address() throws(InterchangeError) -> EventAddress {
    try .spelled(
      try Self.present(target, "target"), at: "target", as: "an address like article/ab12@3")
  }

  private func note() throws(InterchangeError) -> EditorialNote {
    EditorialNote(
      reason: try Self.present(reason, "reason"), by: try Self.present(by, "by"))
  }

  private static func present<Value>(
    _ value: Value?, _ key: String
  ) throws(InterchangeError) -> Value {
    guard let value else { throw .missing(path: key) }
    return value
  }
}
