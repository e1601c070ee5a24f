internal import CLMDB
internal import Foundation
internal import Synchronization

extension Environment {
  private static let lastNursery = Atomic<UInt64>(0)

  /// What the folders are called in which data files are made.
  private static let nurseryPrefix = "data.mdb.unfinished-"

  /// Makes the data file in the folder at `path`, where it is missing and may be made.
  ///
  /// LMDB writes the first pages of a new file and syncs them with the first commit: a power cut
  /// in between leaves a torn file, which nobody could tell from one that was damaged later. So
  /// it is made under another name, and gets its own when it is whole.
  static func makeDataFile(at path: String, options: Options) throws(LMDBError) {
    let place = "\(path)/data.mdb"
    // Reads the path during the call.
    guard options.access == .readWrite, unsafe access(place, F_OK) != 0 else { return }
    removeNurseries(in: path)
    let count = lastNursery.add(1, ordering: .relaxed).newValue
    let nursery = "\(path)/\(nurseryPrefix)\(getpid())-\(count)"
    // Each reads its paths during the call.
    guard unsafe mkdir(nursery, 0o700) == 0 else { throw LMDBError(rawValue: errno) }
    defer { try? FileManager.default.removeItem(atPath: nursery) }
    try makeFile(in: nursery, options: options)
    let isDurable = options.durability == .everyCommit
    if isDurable { try Folder.syncFile("\(nursery)/data.mdb") }
    // A link, unlike a renaming, never takes the place of a file that another process has made.
    if unsafe link("\(nursery)/data.mdb", place) != 0, errno != EEXIST {
      guard unsafe rename("\(nursery)/data.mdb", place) == 0 else {
        throw LMDBError(rawValue: errno)
      }
    }
    if isDurable { try Folder.sync(path) }
  }

  private static func makeFile(in nursery: String, options: Options) throws(LMDBError) {
    var created: OpaquePointer?
    // The handle is this function's own, and closed on every way out.
    try LMDBError.check(unsafe mdb_env_create(&created))
    guard let handle = unsafe created else { throw .outOfMemory }
    defer { unsafe mdb_env_close(handle) }
    try LMDBError.check(unsafe mdb_env_set_mapsize(handle, wholePages(options.mapSize)))
    // Nobody else knows of the file, so it needs no lock.
    try LMDBError.check(
      unsafe mdb_env_open(
        handle, nursery, UInt32(MDB_NOTLS | MDB_NOLOCK), mode_t(options.fileMode)))
  }

  /// Removes what was left by processes that ended in the midst of it.
  ///
  /// One that is at it this moment finds its folder gone, fails, and is tried again by nobody: so
  /// only folders of processes that are no more.
  private static func removeNurseries(in path: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name.hasPrefix(nurseryPrefix) {
      let process = name.dropFirst(nurseryPrefix.count).prefix { $0 != "-" }
      guard let process = Int32(process), process != getpid(), kill(process, 0) != 0 else {
        continue
      }
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
  }
}
