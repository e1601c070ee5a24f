internal import CLMDB
internal import Foundation

extension LMDBError: CustomStringConvertible {
  /// LMDB's or C's name of the code, and the library's own text for it.
  public var description: String {
    // The text is a static string, or the C library's buffer for this thread: copied here.
    let text = unsafe mdb_strerror(rawValue).map { unsafe String(cString: $0) } ?? ""
    guard let name = Self.names[rawValue] else { return "\(text) (code \(rawValue))" }
    return text.hasPrefix(name) ? text : "\(name): \(text)"
  }

  private static let names: [CInt: String] = [
    MDB_KEYEXIST: "MDB_KEYEXIST", MDB_NOTFOUND: "MDB_NOTFOUND",
    MDB_PAGE_NOTFOUND: "MDB_PAGE_NOTFOUND", MDB_CORRUPTED: "MDB_CORRUPTED",
    MDB_PANIC: "MDB_PANIC", MDB_VERSION_MISMATCH: "MDB_VERSION_MISMATCH",
    MDB_INVALID: "MDB_INVALID", MDB_MAP_FULL: "MDB_MAP_FULL", MDB_DBS_FULL: "MDB_DBS_FULL",
    MDB_READERS_FULL: "MDB_READERS_FULL", MDB_TLS_FULL: "MDB_TLS_FULL",
    MDB_TXN_FULL: "MDB_TXN_FULL", MDB_CURSOR_FULL: "MDB_CURSOR_FULL",
    MDB_PAGE_FULL: "MDB_PAGE_FULL", MDB_MAP_RESIZED: "MDB_MAP_RESIZED",
    MDB_INCOMPATIBLE: "MDB_INCOMPATIBLE", MDB_BAD_RSLOT: "MDB_BAD_RSLOT",
    MDB_BAD_TXN: "MDB_BAD_TXN", MDB_BAD_VALSIZE: "MDB_BAD_VALSIZE", MDB_BAD_DBI: "MDB_BAD_DBI",
    EPERM: "EPERM", ENOENT: "ENOENT", EIO: "EIO", ENOMEM: "ENOMEM", EACCES: "EACCES",
    EBUSY: "EBUSY", EEXIST: "EEXIST", ENOTDIR: "ENOTDIR", EISDIR: "EISDIR", EINVAL: "EINVAL",
    EMFILE: "EMFILE", EFBIG: "EFBIG", ENOSPC: "ENOSPC", EDQUOT: "EDQUOT", EROFS: "EROFS",
    EAGAIN: "EAGAIN", ESTALE: "ESTALE",
  ]
}
