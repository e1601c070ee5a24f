/// Somebody or something that takes part in what is reported.
public struct Participant: Hashable, Sendable {
  public var role: Role
  public var entity: EntityID
  /// The words, as they stand in the text.
  public var text: String

  public init(role: Role, entity: EntityID, text: String) {
    self.role = role
    self.entity = entity
    self.text = text
  }

  public enum Role: String, Hashable, Sendable, CaseIterable {
    case actor, addressee, document, topic, stance, target, counterparty, host, person, post, by
    case place, origin, destination, recipient, object, mission, into, weapon, victim, from, partner
  }
}
