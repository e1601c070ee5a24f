internal import Foundation
internal import TarikhLog

/// `format.json`: which version of the store's layout a folder has.
struct StoreFormat: Decodable, Hashable {
  var format: String
  var version: Int

  /// What this program writes; it raises a store of an earlier version when it opens it.
  ///
  /// Version 2 has a log of layout 2, version 1 one of layout 1.
  static let current = StoreFormat(format: "tarikh-store", version: 2)

  private static func url(in folder: URL) -> URL { folder.appending(path: "format.json") }

  /// How the file is called until it is whole.
  private static let unfinishedPrefix = "format.json."

  /// The format of the store in `folder`; refuses what this program does not know.
  @discardableResult
  static func check(_ folder: URL) throws(StoreError) -> StoreFormat {
    let stored: StoreFormat
    do {
      stored = try JSONDecoder().decode(StoreFormat.self, from: Data(contentsOf: url(in: folder)))
    } catch {
      throw .notAStore(path: folder.path, reason: "format.json cannot be read: \(error)")
    }
    guard stored.format == current.format else {
      throw .notAStore(path: folder.path, reason: "format.json names \"\(stored.format)\"")
    }
    guard (1...current.version).contains(stored.version) else {
      throw .unknownVersion(path: folder.path, stored.version, known: current.version)
    }
    return stored
  }

  /// Notes that the store, whose log has been raised, is of the current version.
  ///
  /// Where that cannot be written, the log itself refuses earlier programs.
  static func raise(_ folder: URL) { try? write(in: folder) }

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
      if exists(in: folder) {
        try check(folder)
        return
      }
      throw .notAStore(path: folder.path, reason: "the folder holds other files")
    }
    do throws(StorageFailure) {
      try DurableFolder.make(folder)
      try write(in: folder)
    } catch {
      // Whether the place is wrong, or the disk fails.
      guard error.isOfPlace else { throw .storage(path: folder.path, error) }
      throw .cannotCreate(path: folder.path, reason: error.description)
    }
  }

  /// Writes the mark, whole or not at all, so that it lasts through a power cut.
  private static func write(in folder: URL) throws(StorageFailure) {
    let bytes = Data(
      "{\n  \"format\" : \"\(current.format)\",\n  \"version\" : \(current.version)\n}".utf8)
    // By a name that another process, which makes the store at the same time, knows.
    let unfinished = folder.appending(path: unfinishedPrefix + UUID().uuidString)
    try DurableFolder.write(bytes, to: url(in: folder), by: unfinished)
  }
}
