/// What a scrub did to a data file, and what it could not.
public struct ScrubReport: Hashable, Sendable {
  /// Bytes that held something and hold zeros now.
  public var zeroedBytes: UInt64
  /// Pages that nothing current uses, left as they are because an old snapshot is being read.
  public var pinnedPages: UInt64
  /// Who reads such a snapshot.
  public var readers: [EnvironmentInformation.Reader]

  /// Whether nothing of what was deleted before is left in the file.
  public var isComplete: Bool { pinnedPages == 0 }

  init(zeroedBytes: UInt64, pinnedPages: UInt64, readers: [EnvironmentInformation.Reader]) {
    self.zeroedBytes = zeroedBytes
    self.pinnedPages = pinnedPages
    self.readers = readers
  }
}
