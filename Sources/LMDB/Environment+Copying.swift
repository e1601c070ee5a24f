internal import CLMDB
internal import Foundation
internal import Synchronization

extension Environment {
  /// Writes a consistent, compacted copy into the new file at `path`, while others read and
  /// write, and brings it to the disk.
  ///
  /// Tells `progress` the bytes that are written and about how many there will be; what it throws
  /// ends the copying. Nothing is left behind on failure. The copy holds one snapshot, so the
  /// file may grow meanwhile; a copy of a copy has the same bytes.
  ///
  /// - Precondition: this thread is in no transaction of this environment.
  /// - Throws: ``LMDBError/fileExists`` where there is a file, ``LMDBError/noSpace`` when the disk
  ///   is full, and what `progress` throws.
  /// - Returns: the size of the copy, in bytes.
  @discardableResult
  public func copyCompacted(
    toFile path: String, progress: (_ bytes: UInt64, _ of: UInt64) throws -> Void
  ) throws -> UInt64 {
    if options.access == .readWrite { try reserveMap() }
    let total = UInt64(try information().liveBytes)
    let file = try CopiedFile(at: path, fileMode: options.fileMode)
    do {
      try holdingOffWritersOrFailing {
        let source = try CopySource(of: self)
        try file.fill(from: source) { try progress($0, max(total, $0)) }
        try source.finish()
      }
      try file.finish()
      return file.bytes
    } catch {
      file.discard()
      throw error
    }
  }

  /// Makes room in the map first: growing it waits for the copy, and all else for the growing.
  private func reserveMap() throws(LMDBError) {
    gate.claimThread(for: "copyCompacted(toFile:progress:)")
    defer { gate.releaseThread() }
    let used = try usedBytes()
    while true {
      let size = try gate.withTransaction { () throws(LMDBError) in try mapSize }
      guard size / 2 < used else { return }
      try growMap(from: size)
    }
  }

  private func holdingOffWritersOrFailing(_ body: () throws -> Void) throws {
    let held = try Self.hold(snapshotGuard)
    defer { withExtendedLifetime(held) {} }
    try body()
  }

  /// Lets LMDB write the copy into `descriptor`; for a thread of its own.
  fileprivate func copyCompacted(into descriptor: CInt) throws(LMDBError) {
    gate.claimThread(for: "copyCompacted(into:)")
    defer { gate.releaseThread() }
    while true {
      // LMDB reads in a transaction of its own, so the gate must know of it.
      let code = try gate.withTransaction { () throws(LMDBError) in
        try checkMap()
        return unsafe mdb_env_copyfd2(handle, descriptor, UInt32(MDB_CP_COMPACT))
      }
      switch code {
      case MDB_SUCCESS: return
      // Said at the beginning, before anything is written.
      case MDB_MAP_RESIZED: try adoptMapSize()
      default: throw LMDBError(rawValue: code)
      }
    }
  }
}

/// The bytes of a copy as LMDB gives them, through a pipe.
///
/// A pipe, because a copy into a file can't be stopped and its progress can't be seen, and
/// because a failed write says what the device said.
private final class CopySource: Sendable {
  let descriptor: CInt
  private let isClosed = Mutex(false)
  private let thread: CopyThread

  init(of environment: Environment) throws(LMDBError) {
    var ends: [CInt] = [-1, -1]
    // Fills the two that it is lent.
    guard unsafe pipe(&ends) == 0 else { throw LMDBError(rawValue: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    descriptor = ends[0]
    thread = CopyThread(of: environment, into: ends[1])
    thread.start()
  }

  /// Waits for LMDB and throws what it met.
  func finish() throws(LMDBError) {
    close()
    if let error = thread.join() { throw error }
  }

  private func close() {
    let wasClosed = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return isClosed
    }
    if !wasClosed { Foundation.close(descriptor) }
  }

  deinit {
    // LMDB meets a broken pipe and stops; its transaction must end before the environment may.
    close()
    _ = thread.join()
  }
}

/// The thread on which LMDB writes a copy.
private final class CopyThread: Sendable {
  private let environment: Environment
  private let descriptor: CInt
  private let condition = NSCondition()
  /// Changed only while `condition` is held.
  private let outcome = Mutex<LMDBError??>(nil)

  init(of environment: Environment, into descriptor: CInt) {
    self.environment = environment
    self.descriptor = descriptor
  }

  func start() {
    let thread = Thread { [self] in run() }
    thread.name = "lmdb copy"
    thread.start()
  }

  /// Waits for the end; gives the error, if there was one.
  func join() -> LMDBError? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let outcome = outcome.withLock({ $0 }) { return outcome }
      condition.wait()
    }
  }

  private func run() {
    blockBrokenPipe()
    var failure: LMDBError?
    do throws(LMDBError) {
      try environment.copyCompacted(into: descriptor)
    } catch { failure = error }
    close(descriptor)
    condition.lock()
    outcome.withLock { $0 = .some(failure) }
    condition.broadcast()
    condition.unlock()
  }

  /// A reader that goes away is an error of this write, not the end of the process.
  private func blockBrokenPipe() {
    var signals = sigset_t()
    // All three only use the set, during the calls.
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}

/// The file that a copy goes into.
private final class CopiedFile {
  private let path: String
  private let descriptor: CInt
  private(set) var bytes: UInt64 = 0
  private var unsynced = 0

  /// So that progress tells of the disk, not of the system's memory.
  private static let bytesBetweenSyncs = 64 << 20

  init(at path: String, fileMode: UInt32) throws(LMDBError) {
    self.path = path
    // The variadic call gets the mode that `O_CREAT` asks for; the descriptor is owned here.
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(fileMode))
    guard descriptor >= 0 else { throw LMDBError(rawValue: errno) }
  }

  /// Writes everything that `source` gives.
  func fill(from source: CopySource, progress: (UInt64) throws -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      // Fills at most the buffer's own count, during the call.
      let count = unsafe buffer.withUnsafeMutableBytes { buffer in
        unsafe read(source.descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw LMDBError(rawValue: errno) }
      guard count > 0 else { return }
      try write(buffer[..<count])
      bytes += UInt64(count)
      try progress(bytes)
    }
  }

  private func write(_ piece: ArraySlice<UInt8>) throws(LMDBError) {
    var rest = piece
    while !rest.isEmpty {
      // Reads at most the slice's own count, during the call.
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Foundation.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw count < 0 ? LMDBError(rawValue: errno) : .noSpace }
      rest = rest.dropFirst(count)
    }
    unsynced += piece.count
    if unsynced >= Self.bytesBetweenSyncs { try sync() }
  }

  /// Puts the size of the data where LMDB has noted the size of the map that was copied.
  ///
  /// The map's size is the affair of who opens a file, and a copy of a copy has to be the same.
  private func forgetMapSize() throws(LMDBError) {
    // Both calls stay inside the arrays that they are lent.
    var head = [UInt8](repeating: 0, count: Page.metaSize)
    var count = unsafe head.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, $0.count, 0)
    }
    guard count == head.count else { throw LMDBError(rawValue: count < 0 ? errno : EIO) }
    let pageSize = Page(bytes: head).pageSize
    let size = unsafe withUnsafeBytes(of: bytes.littleEndian) { unsafe Array($0) }
    for page in 0..<2 {
      let place = page * pageSize + Page.mapSizePlace
      count = unsafe size.withUnsafeBytes {
        unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(place))
      }
      guard count == size.count else { throw LMDBError(rawValue: count < 0 ? errno : EIO) }
    }
  }

  private func sync() throws(LMDBError) {
    while fsync(descriptor) != 0 {
      guard errno == EINTR else { throw LMDBError(rawValue: errno) }
    }
    unsynced = 0
  }

  func finish() throws(LMDBError) {
    try forgetMapSize()
    try sync()
    try Folder.sync(Folder.parent(of: path))
  }

  // Reads the path during the call.
  func discard() { _ = unsafe unlink(path) }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
