import Foundation

/// A disk on which a trace is played, to see what a power cut may leave.
struct Disk {
  /// The folder that was traced, as the trace names it.
  private let root: String
  private var names = DiskNames()
  private var files: [DiskFile] = []
  /// The files of the trace by its numbers.
  private var numbered: [Int: Int] = [:]
  private let isLenient: Bool

  /// A disk that holds for certain what lies in `base`.
  init(holding base: URL, tracedAs root: String, isLenient: Bool) throws {
    self.root = root
    self.isLenient = isLenient
    for path in try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted() {
      let url = base.appending(path: path)
      if (try url.resourceValues(forKeys: [.isDirectoryKey])).isDirectory == true {
        try names.makeFolder(path)
      } else {
        files.append(DiskFile(durable: Array(try Data(contentsOf: url))))
        try names.add(.file(files.count - 1), at: path)
      }
    }
    names.syncAll()
  }

  /// Plays one call that returned.
  mutating func apply(_ call: TraceCall) throws { try apply(call, isFinished: true) }

  /// Plays a call in the midst of which the power went: it may have happened, but syncs nothing.
  mutating func begin(_ call: TraceCall) throws { try apply(call, isFinished: false) }

  private mutating func apply(_ call: TraceCall, isFinished: Bool) throws {
    switch call {
    case .created(let number, let path):
      files.append(DiskFile(durable: []))
      numbered[number] = files.count - 1
      try names.add(.file(files.count - 1), at: relative(path))
    case .opened(let number, let path):
      guard case .file(let file)? = names.node(at: relative(path)) else {
        throw CrashError("\(path): opened, but the trace knows no such file")
      }
      numbered[number] = file
    case .written(let number, let offset, let bytes, let isSynced):
      let file = try file(number)
      files[file].write(bytes, at: offset)
      if isSynced, isFinished { files[file].syncLastWrite(endingAt: offset + bytes.count) }
    case .cut(let number, let size): files[try file(number)].cut(to: size)
    case .synced(let number):
      guard isFinished else { return }
      files[try file(number)].sync()
      if isLenient { names.syncAll() }
    case .folderSynced(let path):
      if isFinished { try names.syncFolder(relative(path)) }
    case .folderMade(let path): try names.makeFolder(relative(path))
    case .removed(let path): try names.remove(relative(path))
    case .renamed(let path, let other): try names.rename(relative(path), to: relative(other))
    case .linked(let path, let other):
      guard let node = names.node(at: relative(path)) else { throw CrashError("\(path): no file") }
      try names.add(node, at: relative(other))
    case .writeNotSynced(let number, let offset, let bytes):
      let file = try file(number)
      files[file].write(bytes, at: offset)
      files[file].failSyncOfLastWrite()
    case .syncFailed(let number): if number > 0 { files[try file(number)].failSync() }
    case .noted: break
    case .unknown(let what): throw CrashError("the harness does not understand \(what)")
    }
  }

  /// Lays what the disk may hold into the empty folder `folder`.
  ///
  /// LMDB's lock files are left out: they are mapped, so their writes are not seen, and LMDB makes
  /// them anew when nobody holds them.
  func lay(
    _ choice: DiskChoice, into folder: URL, using random: inout some RandomNumberGenerator
  ) throws {
    let image = names.image(choice, isLenient: isLenient, using: &random)
    for path in image.folders {
      try FileManager.default.createDirectory(
        at: folder.appending(path: path), withIntermediateDirectories: true)
    }
    for (path, file) in image.files where !path.hasSuffix("lock.mdb") {
      let bytes = files[file].image(choice, using: &random)
      try Data(bytes).write(to: folder.appending(path: path))
    }
  }

  /// Throws unless the folder that was traced holds what the trace says: every write was seen.
  func expectSame(as folder: URL) throws {
    var random = SystemRandomNumberGenerator()
    let image = names.image(.everything, isLenient: isLenient, using: &random)
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    let known = (image.files.map(\.path) + image.folders).sorted()
    guard found == known else {
      throw CrashError("the trace has missed names: \(found) are there, \(known) in the trace")
    }
    for (path, file) in image.files where !path.hasSuffix("lock.mdb") {
      guard Array(try Data(contentsOf: folder.appending(path: path))) == files[file].content else {
        throw CrashError("\(path): the trace has missed writes to it")
      }
    }
  }

  private func file(_ number: Int) throws -> Int {
    guard let file = numbered[number] else { throw CrashError("no file \(number) in the trace") }
    return file
  }

  private func relative(_ path: String) -> String {
    String(path.dropFirst(root.count).drop { $0 == "/" })
  }
}
