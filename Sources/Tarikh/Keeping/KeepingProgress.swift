/// How far a backup, a restore or a compaction has come.
public enum KeepingProgress: Hashable, Sendable {
  /// Bytes that are written, of about how many.
  case copying(bytes: UInt64, of: UInt64)
  /// Events whose records and hashes are checked.
  case verifying(events: UInt64, of: UInt64)
  /// Events that a view has seen.
  case buildingViews(events: UInt64, of: UInt64)
}
