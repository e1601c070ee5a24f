internal import CLMDB
internal import Foundation

/// The two pages at the beginning of a data file, which lead to everything else.
///
/// LMDB divides by the page size that it finds there, and takes the page with the greater
/// transaction number as it is; so they are looked at before LMDB opens the file.
enum MetaPages {
  /// Throws what is wrong with the meta pages of the data file in the folder at `path`.
  ///
  /// A file that is missing or empty, or isn't LMDB's at all, is left for LMDB to judge.
  static func check(at path: String) throws(PageCheckFailure) {
    // A descriptor of its own, closed at once: LMDB holds its locks on the other file.
    let descriptor = unsafe Foundation.open("\(path)/data.mdb", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard let size = try pageSize(of: descriptor) else { return }
    // Another process may commit between the two reads: only what stays the same is judged.
    var pages = try read(descriptor, size)
    for _ in 1...100 {
      let again = try read(descriptor, size)
      if again.map(\.bytes) == pages.map(\.bytes) { return try check(pages, size) }
      pages = again
    }
  }

  private static func read(
    _ descriptor: CInt, _ size: Int
  ) throws(PageCheckFailure) -> [Page] {
    [
      try PageCheck.page(0, of: descriptor, size: size),
      try PageCheck.page(1, of: descriptor, size: size),
    ]
  }

  /// The size of a page as the first page has it, or `nil` when the file isn't LMDB's.
  private static func pageSize(of descriptor: CInt) throws(PageCheckFailure) -> Int? {
    let size: UInt64
    do throws(LMDBError) {
      size = try PageCheck.fileSize(of: descriptor)
    } catch { throw .unreadable(error) }
    // Enough for all that a meta page holds, in the smallest page that LMDB knows.
    guard size >= 512 else { return nil }
    let head = try PageCheck.page(0, of: descriptor, size: 512)
    guard head.isMeta else { return nil }
    let pageSize = Int(head.quad(at: 40))
    guard (512...65_536).contains(pageSize), pageSize.nonzeroBitCount == 1 else {
      throw .damaged(PageDamage(page: 0, kind: .wrongLayout))
    }
    return pageSize
  }

  private static func check(_ pages: [Page], _ size: Int) throws(PageCheckFailure) {
    for (number, page) in pages.enumerated() {
      let number = UInt64(number)
      guard page.isMeta, page.flags == Page.meta, page.number == number,
        page.quad(at: 40) == UInt32(size),
        // Free pages are listed under machine numbers; the table of tables is a plain one.
        page.freeTable.flags == UInt16(MDB_INTEGERKEY), page.mainTable.flags == 0
      else { throw .damaged(PageDamage(page: number, kind: .wrongKind)) }
      // LMDB multiplies by the size of a page, with no look at overflow.
      guard page.lastPage < PageCheck.pageLimit(pageSize: size) else {
        throw .damaged(PageDamage(page: number, kind: .wrongCount))
      }
    }
    // Each commit takes the other page: the numbers differ by one, or nothing was committed.
    let numbers = (pages[0].transaction, pages[1].transaction)
    let follows = numbers.0 &+ 1 == numbers.1 || numbers.1 &+ 1 == numbers.0
    guard numbers == (0, 0) || (follows && numbers.0 % 2 == 0) else {
      throw .damaged(PageDamage(page: numbers.0 > numbers.1 ? 0 : 1, kind: .wrongCount))
    }
  }
}

extension Page {
  /// Whether a meta page of LMDB 0.9 is what the bytes claim to be.
  var isMeta: Bool {
    flags & Page.meta != 0 && quad(at: 16) == 0xBEEF_C0DE && quad(at: 20) == 1
  }

  var freeTable: TableRecord { TableRecord(in: self, at: 40) }
  var mainTable: TableRecord { TableRecord(in: self, at: 40 + TableRecord.size) }
  var lastPage: UInt64 { word(at: 136) }
  var transaction: UInt64 { word(at: 144) }
}
