internal import CLMDB
internal import Foundation

/// A status code returned by LMDB or by the system call under it.
///
/// Negative codes are LMDB's own, positive ones are `errno` values. The struct is open: a code
/// without a name here is still carried whole.
public struct LMDBError: Error, RawRepresentable, Hashable, Sendable {
  public let rawValue: CInt

  public init(rawValue: CInt) { self.rawValue = rawValue }
}

extension LMDBError {
  /// The key is already there, or an appended key isn't the greatest (LMDB's `MDB_KEYEXIST`).
  public static var keyExists: Self { .init(rawValue: MDB_KEYEXIST) }
  /// No such key, or no such table in a read-only environment (LMDB's `MDB_NOTFOUND`).
  public static var notFound: Self { .init(rawValue: MDB_NOTFOUND) }
  /// A page that should be there is not: the file is damaged (LMDB's `MDB_PAGE_NOTFOUND`).
  public static var pageNotFound: Self { .init(rawValue: MDB_PAGE_NOTFOUND) }
  /// A page is of the wrong kind: the file is damaged (LMDB's `MDB_CORRUPTED`).
  public static var corrupted: Self { .init(rawValue: MDB_CORRUPTED) }
  /// The meta page could not be written; only reopening helps (LMDB's `MDB_PANIC`).
  public static var panic: Self { .init(rawValue: MDB_PANIC) }
  /// The file was written by another version of LMDB (LMDB's `MDB_VERSION_MISMATCH`).
  public static var versionMismatch: Self { .init(rawValue: MDB_VERSION_MISMATCH) }
  /// The file is not an LMDB file (LMDB's `MDB_INVALID`).
  public static var invalidFile: Self { .init(rawValue: MDB_INVALID) }
  /// The data has reached the map's size (LMDB's `MDB_MAP_FULL`).
  ///
  /// Seen only inside a write body: ``Environment/write(_:)`` grows the map and runs it again.
  public static var mapFull: Self { .init(rawValue: MDB_MAP_FULL) }
  /// More tables than the table limit (LMDB's `MDB_DBS_FULL`).
  public static var tablesFull: Self { .init(rawValue: MDB_DBS_FULL) }
  /// All reader slots are taken (LMDB's `MDB_READERS_FULL`).
  public static var readersFull: Self { .init(rawValue: MDB_READERS_FULL) }
  /// Too many thread-local keys, on Windows (LMDB's `MDB_TLS_FULL`).
  public static var threadLocalKeysFull: Self { .init(rawValue: MDB_TLS_FULL) }
  /// The transaction has touched too many pages (LMDB's `MDB_TXN_FULL`).
  public static var transactionFull: Self { .init(rawValue: MDB_TXN_FULL) }
  /// The tree is too deep for a cursor; an internal error (LMDB's `MDB_CURSOR_FULL`).
  public static var cursorFull: Self { .init(rawValue: MDB_CURSOR_FULL) }
  /// A page has no room; an internal error (LMDB's `MDB_PAGE_FULL`).
  public static var pageFull: Self { .init(rawValue: MDB_PAGE_FULL) }
  /// Another process has grown the map; handled by the scopes (LMDB's `MDB_MAP_RESIZED`).
  public static var mapResized: Self { .init(rawValue: MDB_MAP_RESIZED) }
  /// The operation doesn't fit the table's kind (LMDB's `MDB_INCOMPATIBLE`).
  public static var incompatible: Self { .init(rawValue: MDB_INCOMPATIBLE) }
  /// A reader slot was used twice (LMDB's `MDB_BAD_RSLOT`).
  public static var badReaderSlot: Self { .init(rawValue: MDB_BAD_RSLOT) }
  /// An earlier failure has spoilt the transaction; it must abort (LMDB's `MDB_BAD_TXN`).
  public static var badTransaction: Self { .init(rawValue: MDB_BAD_TXN) }
  /// The key is empty or too long, or the value too long (LMDB's `MDB_BAD_VALSIZE`).
  public static var badSize: Self { .init(rawValue: MDB_BAD_VALSIZE) }
  /// The table was dropped or changed under its handle (LMDB's `MDB_BAD_DBI`).
  public static var badTable: Self { .init(rawValue: MDB_BAD_DBI) }
}

extension LMDBError {
  /// The system doesn't allow the operation (C's `EPERM`).
  public static var notPermitted: Self { .init(rawValue: EPERM) }
  /// There is no such file or folder (C's `ENOENT`).
  public static var noSuchFile: Self { .init(rawValue: ENOENT) }
  /// The data file was removed or replaced while it was open (C's `ESTALE`).
  public static var fileReplaced: Self { .init(rawValue: ESTALE) }
  /// The device failed (C's `EIO`).
  public static var inputOutput: Self { .init(rawValue: EIO) }
  /// There is no memory or address space left, for a larger map too (C's `ENOMEM`).
  public static var outOfMemory: Self { .init(rawValue: ENOMEM) }
  /// Access is denied, or the environment was opened read-only (C's `EACCES`).
  public static var accessDenied: Self { .init(rawValue: EACCES) }
  /// This process has the environment open already, through any path (C's `EBUSY`).
  public static var alreadyOpen: Self { .init(rawValue: EBUSY) }
  /// The file is there already (C's `EEXIST`).
  public static var fileExists: Self { .init(rawValue: EEXIST) }
  /// A part of the path is no folder (C's `ENOTDIR`).
  public static var notDirectory: Self { .init(rawValue: ENOTDIR) }
  /// The path is a folder (C's `EISDIR`).
  public static var isDirectory: Self { .init(rawValue: EISDIR) }
  /// An argument is not valid (C's `EINVAL`).
  public static var invalidArgument: Self { .init(rawValue: EINVAL) }
  /// The process has too many files open (C's `EMFILE`).
  public static var tooManyOpenFiles: Self { .init(rawValue: EMFILE) }
  /// The file has reached the size that the system allows (C's `EFBIG`).
  public static var fileTooLarge: Self { .init(rawValue: EFBIG) }
  /// The disk is full; the last committed state is intact (C's `ENOSPC`).
  public static var noSpace: Self { .init(rawValue: ENOSPC) }
  /// The user's quota is used up; the last committed state is intact (C's `EDQUOT`).
  public static var quotaExceeded: Self { .init(rawValue: EDQUOT) }
  /// The file system is mounted read-only (C's `EROFS`).
  public static var readOnlyFileSystem: Self { .init(rawValue: EROFS) }
  /// The lock is held by someone else (C's `EAGAIN`).
  public static var wouldBlock: Self { .init(rawValue: EAGAIN) }
}

extension LMDBError {
  /// Throws `code` as an error unless it is LMDB's `MDB_SUCCESS`.
  static func check(_ code: CInt) throws(LMDBError) {
    guard code == MDB_SUCCESS else { throw LMDBError(rawValue: code) }
  }
}

extension LMDBError {
  /// Lets `catch LMDBError.alreadyOpen` be written where any error can come.
  public static func ~= (pattern: Self, error: any Error) -> Bool {
    error as? Self == pattern
  }
}
