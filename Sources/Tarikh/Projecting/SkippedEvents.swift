internal import Foundation
internal import TarikhLog
internal import TarikhProjections

/// `skipped.json`: the events that views go on without, and why.
///
/// It lies beside the log, since views can be thrown away and the decision must outlast them.
enum SkippedEvents {
  private static let name = "skipped.json"

  static func read(in folder: URL) throws(StoreError) -> [SkippedEvent] {
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    do {
      return try JSONDecoder().decode([SkippedEvent].self, from: Data(contentsOf: file))
    } catch {
      throw .storage(
        path: file.path,
        StorageFailure(
          kind: .damaged,
          description: "cannot be read: \(error); mend it, or remove it and decide anew"))
    }
  }

  static func write(_ events: [SkippedEvent], in folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let unfinished = folder.appending(path: ".\(name).\(UUID().uuidString)")
    try DurableFolder.write(
      encoder.encode(events), to: folder.appending(path: name), by: unfinished)
  }

  /// Takes the decisions of one store over into another.
  static func copy(from store: URL, to folder: URL) throws(StorageFailure) {
    let file = store.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    let data: Data
    do { data = try Data(contentsOf: file) } catch {
      let reason = "\(name) cannot be read: \(error.localizedDescription)"
      throw StorageFailure(kind: .system, description: reason)
    }
    try DurableFolder.write(
      data, to: folder.appending(path: name), by: folder.appending(path: ".\(name)"))
  }
}
