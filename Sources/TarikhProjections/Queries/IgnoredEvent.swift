public import TarikhModel

/// An event that changes nothing in views, and why.
public struct IgnoredEvent: Hashable, Sendable {
  public var position: Position
  public var event: EventAddress
  public var reason: Reason

  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// There is no event at its target, or what was there is erased.
    case noTarget = "no-target"
    /// What is there can't be corrected or retracted so.
    case unfitTarget = "unfit-target"
    /// Its stream has no article that could be re-dated.
    case noArticle = "no-article"
  }

  public init(position: Position, event: EventAddress, reason: Reason) {
    self.position = position
    self.event = event
    self.reason = reason
  }
}
