public import TarikhModel

/// The shape of somebody or something that takes part.
public struct ParticipantJSON: Codable, Hashable, Sendable {
  public var role: String
  public var entity: String
  public var text: String?

  public init(_ participant: Participant) {
    role = participant.role.rawValue
    entity = participant.entity.rawValue
    text = participant.text
  }

  public func value(at path: String) throws(InterchangeError) -> Participant {
    Participant(
      role: try .named(role, at: "\(path).role"), entity: EntityID(rawValue: entity),
      text: text ?? "")
  }
}
