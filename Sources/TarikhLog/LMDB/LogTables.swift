internal import LMDB

/// The tables of a log, layout version 1.
///
/// All numbers are eight bytes, most significant first, so that byte order is their order.
/// Streams get numbers in the order of their first events, so that bulk loads write at the end
/// of every table but two (names and texts, which get one entry an article).
///
/// ```text
/// events     position                      → record (RecordLayout)
/// streams    name, UTF-8                   → stream number
/// revisions  stream number, revision       → position
/// ids        stream number, event id       → revision
/// texts      SHA-256                       → text, UTF-8
/// tree       level, index                  → root of that complete subtree of the Merkle tree;
///                                            level 8 (256 leaves) and up, smaller ones are
///                                            cheap to compute from the records
/// meta       "format"                      → layout version
///            "head"                        → LogHeadRecord
/// ```
///
/// The ids of one stream lie together: an append to a new stream looks none up, another one
/// O(log *n*) for each of its events, and no index of random keys grows with the log.
struct LogTables: Sendable {
  let events: Table
  let streams: Table
  let revisions: Table
  let ids: Table
  let texts: Table
  let tree: Table
  let meta: Table

  static let names = ["events", "streams", "revisions", "ids", "texts", "tree", "meta"]
  static let version: UInt64 = 1
  /// Subtrees of the Merkle tree are stored from this level on.
  static let storedLevel: UInt8 = 8

  init(of environment: Environment) {
    events = environment.table("events")
    streams = environment.table("streams")
    revisions = environment.table("revisions")
    ids = environment.table("ids")
    texts = environment.table("texts")
    tree = environment.table("tree")
    meta = environment.table("meta")
  }
}

/// Keys of the `meta` table.
enum MetaKey {
  static let format = Array("format".utf8)
  static let head = Array("head".utf8)
}
