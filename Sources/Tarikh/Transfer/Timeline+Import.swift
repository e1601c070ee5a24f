public import Foundation
public import TarikhLog
internal import TarikhModel

extension Timeline {
  /// Takes over an export: the same positions, times, hashes and answers.
  ///
  /// A file that can be read twice is checked whole before its first event is stored; one that
  /// cannot, such as a pipe, is stored as it comes. Events that are here already are skipped, so
  /// an import that was cut off can be run again.
  /// - Throws: ``TransferError`` naming the line; of a pipe, what came before its batch is stored.
  public func restore(
    from file: FileHandle, named place: String,
    progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) async throws -> ImportSummary {
    let restoration = Restoration(into: log, place: place)
    guard try isSoundBeforehand(file, named: place, progress: progress) else {
      return try await restoration.run(file, progress: progress)
    }
    return try await restoration.run(file) { progress($1 / 2 + $0 / 2, $1) }
  }

  /// Checks the file, if it is one and holds all from the first event on, and goes back to its
  /// start; `false` where it cannot be checked without the log.
  private func isSoundBeforehand(
    _ file: FileHandle, named place: String, progress: (UInt64, UInt64) -> Void
  ) throws -> Bool {
    guard let start = try? file.offset(), (try? file.seek(toOffset: start)) != nil else {
      return false
    }
    defer { try? file.seek(toOffset: start) }
    let next = Position(rawValue: try log.head().position.rawValue + 1)
    let reader = try ExportReader(file, place: place, next: next)
    guard reader.header.from == 1, !reader.isSalvaged else { return false }
    try file.seek(toOffset: start)
    _ = try Timeline.check(file, named: place, against: []) { progress($0 / 2, $1) }
    return true
  }

  /// Checks an export without a store: every line, every hash, the tree head, and old `heads`.
  ///
  /// - Complexity: O(*n*) time; memory for no events but for some bytes of each.
  /// - Throws: ``TransferError`` naming the line.
  public static func check(
    _ file: FileHandle, named place: String, against heads: [TreeHead],
    progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws -> CheckedExport {
    var check = ExportCheck(place: place, heads: heads)
    return try check.run(file, progress: progress)
  }
}
