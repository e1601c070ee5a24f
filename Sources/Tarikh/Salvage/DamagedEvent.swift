/// An event that was left out because its bytes are not what was stored.
public struct DamagedEvent: Hashable, Sendable {
  /// Where it would stand: `position 17`, `article/ab12@3`.
  public var place: String
  public var reason: String

  public init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }
}
