/// A complete subtree: leaves `index << level ..< (index + 1) << level`, counted from 0.
public struct MerkleSubtree: Hashable, Sendable {
  /// 0 for a leaf.
  public var level: UInt8
  public var index: UInt64

  public init(level: UInt8, index: UInt64) {
    self.level = level
    self.index = index
  }

  /// Whether all its leaves are there in a tree of `size` leaves.
  func isComplete(in size: UInt64) -> Bool { level < 64 && index < size >> UInt64(level) }
}
