/// What zeroing the unused bytes of a store's files did, and what it could not.
public struct Scrubbing: Hashable, Sendable {
  /// Bytes that held something and hold zeros now.
  public var zeroedBytes: UInt64
  /// Pages that nothing current uses, left as they are because an old state is being read.
  public var pinnedPages: UInt64
  /// The processes that read such a state.
  public var readers: Set<Int32>

  public init(zeroedBytes: UInt64, pinnedPages: UInt64, readers: Set<Int32>) {
    self.zeroedBytes = zeroedBytes
    self.pinnedPages = pinnedPages
    self.readers = readers
  }

  /// Whether nothing that was erased before is left in the files.
  public var isComplete: Bool { pinnedPages == 0 }

  /// This and `other` together.
  public func joined(with other: Scrubbing) -> Scrubbing {
    Scrubbing(
      zeroedBytes: zeroedBytes + other.zeroedBytes, pinnedPages: pinnedPages + other.pinnedPages,
      readers: readers.union(other.readers))
  }
}
