/// The stable id of a state, force, place, base, person, mission or source: `place:iraq`.
///
/// A name that the lexicon lacks gets an id in the `unresolved:` class.
public struct EntityID: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static func < (a: EntityID, b: EntityID) -> Bool { a.rawValue < b.rawValue }
}
