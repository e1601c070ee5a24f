internal import CLMDB
internal import Foundation

/// One scrub of a data file whose writer lock is held: see ``Environment/scrub(patience:progress:)``.
struct Scrub {
  let descriptor: CInt
  let pageSize: Int
  private let fileSize: UInt64
  private let pageCount: UInt64
  /// Lists of pages that later transactions gave up are left alone.
  private let oldest: UInt64
  private let hasOldReaders: Bool
  /// One bit a page: whether one of the two snapshots uses it, or an old reader may.
  private var used: [UInt64]
  /// One bit a page: whether a list says that it is free for everybody.
  private var free: [UInt64]
  private var pinnedPages: UInt64 = 0
  private var zeroedBytes: UInt64 = 0
  private var visited: UInt64 = 0

  /// Zeroes what the snapshots of the transactions `last` and `last - 1` don't use.
  ///
  /// Both are checked whole before the first byte is written.
  static func run(
    on descriptor: CInt, pageSize: Int, last: UInt64, readers: [EnvironmentInformation.Reader],
    _ progress: (UInt64, UInt64) -> Void
  ) throws(PageCheckFailure) -> ScrubReport {
    var checks: [PageCheck] = []
    for transaction in [last, last - 1] {
      guard
        var check = try PageCheck(
          descriptor: descriptor, pageSize: pageSize, transaction: transaction, scope: .everyPage)
      else { throw .damaged(PageDamage(page: transaction & 1, kind: .wrongCount)) }
      try check.run()
      checks.append(check)
    }
    var scrub = Scrub(
      checks[0], oldest: readers.compactMap(\.transaction).min().map(UInt64.init) ?? last,
      hasOldReaders: !readers.isEmpty)
    for (index, check) in checks.enumerated() {
      // Only the newest snapshot's lists say what is free now.
      try scrub.walk(check.freeTable, index == 0 ? .freePages : .oldFreePages, progress)
      try scrub.walk(check.mainTable, .tables, progress)
    }
    try scrub.sweep(progress)
    try scrub.synchronize()
    return ScrubReport(
      zeroedBytes: scrub.zeroedBytes, pinnedPages: scrub.pinnedPages, readers: readers)
  }

  private init(_ check: PageCheck, oldest: UInt64, hasOldReaders: Bool) {
    descriptor = check.descriptor
    pageSize = check.pageSize
    fileSize = check.fileSize
    pageCount = check.lastPage + 1
    self.oldest = oldest
    self.hasOldReaders = hasOldReaders
    used = Array(repeating: 0, count: Int(pageCount / 64) + 1)
    free = used
    // The meta pages.
    used[0] = 0b11
  }

  /// Zeroes the pages that nobody uses, and what lies behind the last page.
  private mutating func sweep(
    _ progress: (UInt64, UInt64) -> Void
  ) throws(PageCheckFailure) {
    let end = min(pageCount, fileSize / UInt64(pageSize))
    var page: UInt64 = 2
    while page < end {
      let start = page
      // Many at once, but not so many that memory or the progress would notice.
      while page < end, page - start < 256, isZeroable(page) { page += 1 }
      if page > start {
        try zero(start * UInt64(pageSize)..<page * UInt64(pageSize))
      } else {
        page += 1
      }
      report(page - start, progress)
    }
    let behind = pageCount * UInt64(pageSize)
    if behind < fileSize { try zero(behind..<fileSize) }
    progress(3 * pageCount, 3 * pageCount)
  }

  /// Pages that no list names were lost by LMDB; old readers may be using them.
  private func isZeroable(_ page: UInt64) -> Bool {
    guard !isMarked(page, in: used) else { return false }
    return !hasOldReaders || isMarked(page, in: free)
  }

  private func isMarked(_ page: UInt64, in pages: [UInt64]) -> Bool {
    pages[Int(page / 64)] & (1 << (page % 64)) != 0
  }

  mutating func use(_ page: UInt64, count: UInt64 = 1) {
    for page in page..<page + count { used[Int(page / 64)] |= 1 << (page % 64) }
  }

  /// Takes note of one page that the transaction `number` gave up.
  mutating func release(_ page: UInt64, by number: UInt64) {
    // A snapshot does not use what its own transaction gave up, nor what earlier ones did.
    if number <= oldest {
      free[Int(page / 64)] |= 1 << (page % 64)
    } else {
      pinnedPages += 1
      use(page)
    }
  }

  /// Zeroes a part of a page whose bytes are known.
  mutating func zero(_ range: Range<Int>, of page: Page) throws(PageCheckFailure) {
    guard page.bytes[range].contains(where: { $0 != 0 }) else { return }
    let start = page.number * UInt64(pageSize)
    try write(zeros: range.count, at: start + UInt64(range.lowerBound))
  }

  /// Zeroes a part of the file, but for what is zero already: holes stay holes.
  mutating func zero(_ range: Range<UInt64>) throws(PageCheckFailure) {
    var start = range.lowerBound
    while start < range.upperBound {
      let count = Int(min(range.upperBound - start, 1 << 20))
      var bytes = [UInt8](repeating: 0, count: count)
      // Fills at most the array's own count, during the call.
      let read = unsafe bytes.withUnsafeMutableBytes { bytes in
        unsafe pread(descriptor, bytes.baseAddress, bytes.count, off_t(start))
      }
      guard read > 0 else {
        // A free page may lie behind the end of the file.
        guard read < 0 else { return }
        throw .unreadable(LMDBError(rawValue: errno))
      }
      try zero(bytes[..<read], at: start)
      start += UInt64(read)
    }
  }

  /// Zeroes those pages of `bytes`, which begin at `start` in the file, that are not zero yet.
  private mutating func zero(
    _ bytes: ArraySlice<UInt8>, at start: UInt64
  ) throws(PageCheckFailure) {
    var next = bytes.startIndex
    while next < bytes.endIndex {
      let run = next
      while next < bytes.endIndex {
        let end = min(next + pageSize, bytes.endIndex)
        guard bytes[next..<end].contains(where: { $0 != 0 }) else { break }
        next = end
      }
      if next > run {
        try write(zeros: next - run, at: start + UInt64(run))
      } else {
        next = min(next + pageSize, bytes.endIndex)
      }
    }
  }

  private mutating func write(zeros count: Int, at place: UInt64) throws(PageCheckFailure) {
    let zeros = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      // Reads at most the array's own count, during the call. The map shows what is written:
      // both are the same pages of memory.
      let written = unsafe zeros.withUnsafeBytes { bytes in
        unsafe pwrite(descriptor, bytes.baseAddress, count - done, off_t(place) + off_t(done))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .unreadable(LMDBError(rawValue: errno)) }
      done += written
    }
    zeroedBytes += UInt64(count)
  }

  private func synchronize() throws(PageCheckFailure) {
    guard fsync(descriptor) == 0 else { throw .unreadable(LMDBError(rawValue: errno)) }
  }

  /// Every page is looked at once for each snapshot and once for the sweep.
  mutating func report(_ pages: UInt64, _ progress: (UInt64, UInt64) -> Void) {
    visited += pages
    if visited % 1024 < pages { progress(min(visited, 3 * pageCount), 3 * pageCount) }
  }

  func page(_ number: UInt64) throws(PageCheckFailure) -> Page {
    try PageCheck.page(number, of: descriptor, size: pageSize)
  }
}
