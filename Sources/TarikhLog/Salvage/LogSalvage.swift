internal import LMDB
package import TarikhModel

/// What of a log's data file can still be proved, found without opening the log.
///
/// Bounded memory: where events and texts lie is kept, not what they say.
package struct LogSalvage {
  private let pages: LeafPages
  private let index: SalvageIndex
  /// The positions of the events, ascending.
  package let positions: [UInt64]

  /// Searches the data file at `path`; `progress` is told the pages read.
  ///
  /// - Complexity: O(*n*) in the bytes of the file; memory of some words an event.
  /// - Important: Not in a process that has the log open: LMDB would lose its locks.
  package init(
    file path: String, progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws(StorageFailure) {
    let pages = try Self.pages(of: path)
    index = try Self.search(pages, progress)
    self.pages = pages
    positions = index.events.keys.sorted()
  }

  private static func pages(of path: String) throws(StorageFailure) -> LeafPages {
    do throws(LMDBError) { return try LeafPages(file: path) } catch {
      throw StorageFailure(error, doing: path)
    }
  }

  private static func search(
    _ pages: LeafPages, _ progress: (UInt64, UInt64) -> Void
  ) throws(StorageFailure) -> SalvageIndex {
    var index = SalvageIndex()
    do throws(LMDBError) {
      try pages.forEachEntry(keyLengths: SalvageIndex.keyLengths, progress: progress) {
        index.take($0, $1, $2)
      }
    } catch {
      throw StorageFailure(error)
    }
    return index
  }

  /// The log's head: the greatest that was found, or else the last event.
  package var head: Position {
    Position(rawValue: max(index.head?.size ?? 0, positions.last ?? 0))
  }

  /// The root of the tree over all events up to the head; `nil` where it was not found.
  package var root: Digest? {
    guard let head = index.head, head.size == self.head.rawValue else { return nil }
    return head.root
  }

  /// The positions up to the head of which no event was found, in ranges.
  package var lost: [ClosedRange<UInt64>] {
    var lost: [ClosedRange<UInt64>] = []
    var next: UInt64 = 1
    for position in positions + [head.rawValue + 1] {
      if position > next { lost.append(next...position - 1) }
      next = position + 1
    }
    return lost
  }

  /// The texts that articles have, unless they are erased, and that were not found.
  package var missingTexts: [Digest] {
    let needed = index.articles.filter { position, article in
      !isErased(position) && !index.redacted.contains(article.address)
    }
    return Set(needed.values.map(\.text)).filter { index.texts[$0] == nil }
      .sorted { $0.description < $1.description }
  }

  /// The event at `position`, erased where a redaction names it, and its article's text.
  ///
  /// - Precondition: it is among ``positions``.
  package func event(
    at position: UInt64
  ) throws(StorageFailure) -> (event: Event, text: String?) {
    guard let found = index.events[position] else {
      preconditionFailure("no event was found at position \(position)")
    }
    do throws(RecordError) {
      var event = try self.event(try bytes(at: found.place))
      if index.redacted.contains(event.address) {
        let record = try bytes(at: found.place)
        event = try self.event(try EventRecord.erasing(record.span.bytes))
      }
      guard case .text(let digest) = EventRequirement(event.payload),
        let place = index.texts[digest]
      else { return (event, nil) }
      let text = try bytes(at: place)
      return (event, String(validating: text, as: UTF8.self))
    } catch {
      throw StorageFailure(kind: .damaged, description: "position \(position): \(error)")
    }
  }

  private func event(_ record: [UInt8]) throws(RecordError) -> Event {
    try EventRecordView(record.span.bytes).event()
  }

  private func isErased(_ position: UInt64) -> Bool {
    index.events[position]?.isErased ?? true
  }

  /// The file may lose its bytes between search and reading, on a failing device.
  private func bytes(at place: LeafPages.Place) throws(RecordError) -> [UInt8] {
    do throws(LMDBError) { return try pages.bytes(at: place) } catch { throw .notARecord }
  }
}
