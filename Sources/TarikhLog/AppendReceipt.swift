public import TarikhModel

/// Where appended events went.
public struct AppendReceipt: Hashable, Sendable {
  /// First and last revision; `nil` when there was nothing to append.
  public var revisions: ClosedRange<Revision>?
  /// Position of the last of them, or the head when there was nothing to append.
  public var position: Position
  /// Whether every event was already stored by an earlier try.
  public var wasAlreadyStored: Bool

  public init(revisions: ClosedRange<Revision>?, position: Position, wasAlreadyStored: Bool) {
    self.revisions = revisions
    self.position = position
    self.wasAlreadyStored = wasAlreadyStored
  }
}
