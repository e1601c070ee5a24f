public import Foundation
public import TarikhLog

extension Timeline {
  /// Takes over an export: the same positions, times, hashes and answers.
  ///
  /// Events that are here already are skipped, so an import that was cut off can be run again.
  /// - Throws: ``TransferError`` naming the line; what came before its batch is stored.
  public func restore(
    from file: FileHandle, named place: String,
    progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) async throws -> LogHead {
    try await Restoration(into: log, place: place).run(file, progress: progress)
  }

  /// Checks an export without a store: every line, every hash, and the tree head.
  ///
  /// - Throws: ``TransferError`` naming the line.
  public static func check(
    _ file: FileHandle, named place: String,
    progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) async throws -> LogHead {
    let copy = MemoryEventLog(now: SystemClock.now)
    return try await Restoration(into: copy, place: place).run(file, progress: progress)
  }
}
