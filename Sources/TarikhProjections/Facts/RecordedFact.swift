public import EDTF
public import TarikhModel

/// A recorded fact about one variable: what it says, of which days, and over which positions of
/// the log it stands.
public struct RecordedFact: Hashable, Sendable {
  /// The fact's own place in the log: of two that cover a day the later one holds there.
  public var position: Position
  /// The event from which on it stands: itself, or what took back its retraction.
  public var stands: Position
  /// The event that retracted it; `nil` while it stands.
  public var ended: Position?
  /// `nil` where it clears the variable.
  public var value: String?
  /// First day, inclusive.
  public var from: Day
  /// First day after, exclusive; `nil` for an open end.
  public var to: Day?

  public init(
    position: Position, stands: Position, ended: Position?, value: String?, from: Day, to: Day?
  ) {
    self.position = position
    self.stands = stands
    self.ended = ended
    self.value = value
    self.from = from
    self.to = to
  }

  /// Whether it stands at `position` of the log.
  public func stands(at position: Position) -> Bool {
    stands <= position && (ended.map { position < $0 } ?? true)
  }

  /// Whether its days hold `day`.
  public func covers(_ day: Day) -> Bool { from <= day && (to.map { day < $0 } ?? true) }
}
