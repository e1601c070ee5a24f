public import Foundation
internal import TarikhInterchange
internal import TarikhLog
internal import TarikhModel

extension Timeline {
  /// Gives every event of a damaged store that can still be proved, as an export.
  ///
  /// Neither opens the store nor changes it: the pages of the log's file are searched one by one,
  /// whatever leads to them. The header says which events and texts are lacking; an import takes
  /// it as far as it is whole.
  ///
  /// - Parameters:
  ///   - progress: is told the pages that were searched.
  ///   - line: takes each line without its line end, and how many of how many it is.
  /// - Complexity: O(*n*) in the bytes of the file; memory of some words an event.
  /// - Important: Not in a process that has the store open.
  /// - Throws: `StorageFailure` where the file cannot be read at all.
  public static func salvage(
    storeAt path: String, progress: (_ done: UInt64, _ of: UInt64) -> Void,
    line: (Data, _ done: UInt64, _ of: UInt64) throws -> Void
  ) throws -> Salvage {
    let file = URL(filePath: path, directoryHint: .isDirectory).appending(path: "log/data.mdb")
    let log = try LogSalvage(file: file.path, progress: progress)
    let positions = log.positions
    let found = Salvage(
      events: UInt64(positions.count), head: log.head, lost: log.lost,
      missingTexts: log.missingTexts)
    let header = ExportHeader(
      from: Position(rawValue: positions.first ?? 1),
      until: Position(rawValue: positions.last ?? 0), head: log.head,
      root: try log.root ?? root(of: log), stream: nil,
      salvaged: SalvageNote(lost: found.lost, missingTexts: found.missingTexts))
    try line(JSONLine.encode(header), 0, found.events)
    for (index, position) in positions.enumerated() {
      let (event, text) = try log.event(at: position)
      try line(JSONLine.encode(EventJSON(event, text: text)), UInt64(index) + 1, found.events)
    }
    return found
  }

  /// The root over the events that were found, where the stored head is lost.
  private static func root(of log: LogSalvage) throws -> Digest {
    var tree = MerkleFrontier()
    for position in log.positions { tree.append(try log.event(at: position).event.hash) }
    return tree.root
  }
}
