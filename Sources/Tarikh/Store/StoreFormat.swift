internal import Foundation
internal import TarikhLog

/// `format.json`: which version of the store's layout a folder has.
struct StoreFormat: Codable, Hashable {
  var format: String
  var version: Int

  /// What this program writes.
  static let current = StoreFormat(format: "tarikh-store", version: 1)

  private static func url(in folder: URL) -> URL { folder.appending(path: "format.json") }

  /// How the file is called until it is whole.
  private static let unfinishedPrefix = "format.json."

  /// Refuses a folder whose store this program does not know.
  static func check(_ folder: URL) throws(StoreError) {
    let stored: StoreFormat
    do {
      stored = try JSONDecoder().decode(StoreFormat.self, from: Data(contentsOf: url(in: folder)))
    } catch {
      throw .notAStore(path: folder.path, reason: "format.json cannot be read: \(error)")
    }
    guard stored.format == current.format else {
      throw .notAStore(path: folder.path, reason: "format.json names \"\(stored.format)\"")
    }
    guard stored.version == current.version else {
      throw .unknownVersion(path: folder.path, stored.version, known: current.version)
    }
  }

  /// Whether `folder` holds a store, or what is left of one.
  static func exists(in folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: url(in: folder).path)
  }

  /// Marks `folder`, which is made where it is missing, as a store of the current version.
  ///
  /// A folder with other things in it is left alone: a mistyped path must not fill it. The mark
  /// and the folder last through a power cut.
  static func create(in folder: URL) throws(StoreError) {
    let manager = FileManager.default
    let content = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
    if content.contains(where: { !$0.hasPrefix(unfinishedPrefix) }) {
      // Another process may have made the store in between.
      if exists(in: folder) { return try check(folder) }
      throw .notAStore(path: folder.path, reason: "the folder holds other files")
    }
    do {
      try DurableFolder.make(folder)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      // By a name that another process, which makes the store at the same time, knows.
      let unfinished = folder.appending(path: unfinishedPrefix + UUID().uuidString)
      try encoder.encode(current).write(to: unfinished)
      try DurableFolder.syncFile(unfinished)
      guard rename(unfinished.path, url(in: folder).path) == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
      try DurableFolder.sync(folder)
    } catch let error as StorageFailure {
      throw .cannotCreate(path: folder.path, reason: error.description)
    } catch {
      throw .cannotCreate(path: folder.path, reason: error.localizedDescription)
    }
  }
}
