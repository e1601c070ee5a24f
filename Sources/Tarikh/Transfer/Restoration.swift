internal import Foundation
internal import TarikhInterchange
internal import TarikhLog
internal import TarikhModel

/// One run of an import.
struct Restoration {
  let log: any EventLog
  let place: String

  init(into log: any EventLog, place: String) {
    self.log = log
    self.place = place
  }

  func run(
    _ file: FileHandle, progress: (UInt64, UInt64) -> Void
  ) async throws -> ImportSummary {
    let before = try log.head().position
    var reader = try ExportReader(
      file, place: place, next: Position(rawValue: before.rawValue + 1))
    var batch = RestorationBatch()
    var last = Position(rawValue: reader.header.from - 1)
    do {
      while let entry = try reader.next() {
        try reader.checkGap(before: entry, after: last)
        batch.add(entry)
        last = entry.event.position
        if batch.events.count == 500 { try await store(&batch) }
        progress(reader.done(upTo: last), reader.total)
      }
    } catch {
      // Of what was salvaged everything before the first hole is taken.
      if reader.isSalvaged { try await store(&batch) }
      throw error
    }
    try await store(&batch)
    try reader.checkEnd(at: last)
    let head = try log.head()
    try check(reader, head: head)
    let added = last < before ? 0 : last.rawValue - before.rawValue
    return ImportSummary(head: head, added: added, present: reader.total - added)
  }

  private func store(_ batch: inout RestorationBatch) async throws {
    guard !batch.events.isEmpty else { return }
    do {
      _ = try await log.restore(batch.events, texts: batch.texts)
    } catch {
      throw TransferError.rejected(place: "\(place):\(batch.line(of: error))", error)
    }
    batch = RestorationBatch()
  }

  private func check(_ reader: ExportReader, head: LogHead) throws {
    guard reader.isUpToItsHead, head.position.rawValue == reader.header.head,
      head.root.description != reader.header.root
    else { return }
    throw TransferError.wrongRoot(
      place: place, expected: reader.header.root, found: head.root.description)
  }
}

/// What an import did.
public struct ImportSummary: Hashable, Sendable {
  /// The log's head afterwards.
  public var head: LogHead
  /// Events that the log did not have.
  public var added: UInt64
  /// Events that it had already.
  public var present: UInt64
}
