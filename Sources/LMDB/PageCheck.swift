internal import CLMDB
internal import Foundation

/// Walks every page that a snapshot can reach, without LMDB and without the map.
///
/// LMDB 0.9 believes what it maps: a wrong page number or offset makes it abort or read out of
/// bounds, and a file that was cut short makes it fault. The walk reads the file instead and
/// checks before it follows.
struct PageCheck {
  let descriptor: CInt
  let pageSize: Int
  let fileSize: UInt64
  let lastPage: UInt64
  let freeTable: TableRecord
  let mainTable: TableRecord
  let scope: Scope
  /// One bit a page: whether something led to it.
  var seen: [UInt64]

  /// How far the walk goes.
  enum Scope: Equatable {
    case everyPage
    /// Not to the lists of free pages, to other tables, or to the leaves of these.
    case branchPages(of: Set<String>)
  }

  /// Reads the meta page of the snapshot that the transaction sees.
  ///
  /// `nil` when that page has been overwritten since, by the second commit after it.
  init?(
    descriptor: CInt, pageSize: Int, transaction: UInt64, scope: Scope
  ) throws(PageCheckFailure) {
    self.descriptor = descriptor
    self.scope = scope
    self.pageSize = pageSize
    do throws(LMDBError) {
      fileSize = try Self.fileSize(of: descriptor)
    } catch { throw .unreadable(error) }
    let number = transaction & 1
    let meta = try Self.page(number, of: descriptor, size: pageSize)
    guard meta.transaction == transaction else { return nil }
    freeTable = meta.freeTable
    mainTable = meta.mainTable
    lastPage = meta.lastPage
    guard lastPage < Self.pageLimit(pageSize: pageSize) else {
      throw .damaged(PageDamage(page: number, kind: .wrongCount))
    }
    // Only pages inside the file are ever marked.
    seen = Array(repeating: 0, count: Int(fileSize / UInt64(pageSize) / 64) + 1)
  }

  /// No snapshot has more pages than the largest file that the system could map.
  static func pageLimit(pageSize: Int) -> UInt64 { 1 << 48 / UInt64(pageSize) }

  /// Walks all tables and the lists of free pages.
  mutating func run() throws(PageCheckFailure) {
    if scope == .everyPage { try walk(freeTable, named: .freePages) }
    try walk(mainTable, named: .tables)
  }

  /// Marks `count` pages from `number` on as led to.
  mutating func visit(_ number: UInt64, count: UInt64 = 1) throws(PageCheckFailure) {
    guard number >= 2, number <= lastPage, count <= lastPage - number + 1 else {
      throw .damaged(PageDamage(page: number, kind: .outOfRange))
    }
    guard (number + count) * UInt64(pageSize) <= fileSize else {
      throw .damaged(PageDamage(page: number, kind: .missing))
    }
    for page in number..<number + count { try mark(page) }
  }

  /// Marks one page inside the file.
  mutating func mark(_ page: UInt64) throws(PageCheckFailure) {
    let bit = UInt64(1) << (page % 64)
    guard seen[Int(page / 64)] & bit == 0 else {
      throw .damaged(PageDamage(page: page, kind: .usedTwice))
    }
    seen[Int(page / 64)] |= bit
  }

  func page(_ number: UInt64) throws(PageCheckFailure) -> Page {
    try Self.page(number, of: descriptor, size: pageSize)
  }

  static func fileSize(of descriptor: CInt) throws(LMDBError) -> UInt64 {
    var file = clmdb_file()
    // Only fills the struct that it is lent.
    try LMDBError.check(unsafe clmdb_file_of(descriptor, &file))
    return file.size
  }

  static func page(
    _ number: UInt64, of descriptor: CInt, size: Int
  ) throws(PageCheckFailure) -> Page {
    var bytes = [UInt8](repeating: 0, count: size)
    // Fills at most the array's own count, during the call.
    let read = unsafe bytes.withUnsafeMutableBytes { bytes in
      unsafe pread(descriptor, bytes.baseAddress, bytes.count, off_t(number) * off_t(size))
    }
    guard read >= 0 else { throw .unreadable(LMDBError(rawValue: errno)) }
    guard read == size else { throw .damaged(PageDamage(page: number, kind: .missing)) }
    return Page(bytes: bytes)
  }
}
