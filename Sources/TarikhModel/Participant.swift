/// Somebody or something that takes part in what is reported.
public struct Participant: Hashable, Sendable {
  /// The part that it plays.
  public var role: Role
  /// Who or what it is; in the `unresolved:` class where the lexicon lacks it.
  public var entity: EntityID
  /// The words, as they stand in the text.
  public var text: String

  public init(role: Role, entity: EntityID, text: String) {
    self.role = role
    self.entity = entity
    self.text = text
  }

  /// The part that a participant plays; which kinds have which roles: ontology, section 1.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    case actor, addressee, document, topic, stance, target, counterparty, host, person, post, by
    case place, origin, destination, recipient, object, mission, into, weapon, victim, from, partner
  }
}
