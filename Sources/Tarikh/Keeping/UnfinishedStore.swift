package import Foundation
internal import TarikhLog

/// A store that is made under another name and appears under its own when it is whole.
struct UnfinishedStore {
  /// Where it is until then.
  let folder: URL
  private let target: URL

  /// Makes the folder that the store is made in, beside its place.
  ///
  /// - Throws: ``KeepingError/targetExists(path:)`` where the place is taken; an empty folder is
  ///   not in the way.
  init(for path: String) throws(KeepingError) {
    target = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
    let manager = FileManager.default
    if manager.fileExists(atPath: target.path) {
      guard let content = try? manager.contentsOfDirectory(atPath: target.path), content.isEmpty
      else { throw .targetExists(path: path) }
    }
    folder = UnfinishedStore.folder(for: path)
    do throws(StorageFailure) {
      try DurableFolder.make(target.deletingLastPathComponent())
      // Of an earlier process with our number: nobody else would have made it.
      try? manager.removeItem(at: folder)
      try DurableFolder.make(folder)
    } catch {
      discard()
      throw KeepingError(error, making: path)
    }
  }

  /// Where this process makes the store that is to be at `path`.
  static func folder(for path: String) -> URL {
    let target = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
    return target.deletingLastPathComponent().appending(
      path: "\(target.lastPathComponent).part-\(ProcessInfo.processInfo.processIdentifier)",
      directoryHint: .isDirectory)
  }

  /// Says that it is a store.
  func mark() throws(KeepingError) {
    do throws(StoreError) { try StoreFormat.create(in: folder) } catch {
      guard case .storage(_, let failure) = error else {
        throw .cannotCreate(path: target.path, reason: error.description)
      }
      throw KeepingError(failure, making: target.path)
    }
  }

  /// Takes over the lexicons and the decisions on events that another store keeps.
  func copySettings(of store: URL) throws(KeepingError) {
    do throws(StorageFailure) { try SkippedEvents.copy(from: store, to: folder) } catch {
      throw KeepingError(error, making: target.path)
    }
    let source = store.appending(path: "lexicon", directoryHint: .isDirectory)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: source.path) else {
      return
    }
    let place = folder.appending(path: "lexicon", directoryHint: .isDirectory)
    for name in names.sorted() where name.hasSuffix(".tsv") {
      let data: Data
      do { data = try Data(contentsOf: source.appending(path: name)) } catch {
        let reason = "lexicon/\(name) cannot be read: \(error.localizedDescription)"
        throw .storage(path: store.path, StorageFailure(kind: .system, description: reason))
      }
      do throws(StorageFailure) {
        try DurableFolder.make(place)
        try DurableFolder.write(
          data, to: place.appending(path: name), by: place.appending(path: ".\(name)"))
      } catch { throw KeepingError(error, making: target.path) }
    }
  }

  /// Puts the store in its place, durably; every file in it is synced already.
  func finish() throws(KeepingError) {
    try sync(folder)
    // Takes the place of an empty folder, and of nothing else.
    guard rename(folder.path, target.path) == 0 else {
      let code = errno
      if [ENOTEMPTY, EEXIST, ENOTDIR].contains(code) { throw .targetExists(path: target.path) }
      throw .cannotCreate(path: target.path, reason: String(cString: strerror(code)))
    }
    try sync(target.deletingLastPathComponent())
  }

  private func sync(_ folder: URL) throws(KeepingError) {
    do throws(StorageFailure) { try DurableFolder.sync(folder) } catch {
      throw .storage(path: target.path, error)
    }
  }

  /// Leaves nothing behind.
  func discard() { try? FileManager.default.removeItem(at: folder) }
}

extension Timeline {
  /// Where this process makes the store or backup that is to be at `path`, until it is whole.
  package static func unfinishedFolder(for path: String) -> URL {
    UnfinishedStore.folder(for: path)
  }
}
