internal import LMDB

/// The tables of a log, layout version 2.
///
/// All numbers of keys are eight bytes, most significant first, so that byte order is their order.
///
/// ```text
/// events   position                        → record (RecordLayout)
/// chunks   stream name, 0, first revision  → StreamChunk: where up to 128 events of the stream
///                                            are, and a fingerprint of the id of each
/// texts    SHA-256                         → text, UTF-8
/// tree     level, index                    → root of that complete subtree of the Merkle tree;
///                                            level 8 (256 leaves) and up, smaller ones are
///                                            cheap to compute from the records
/// meta     "format"                        → layout version
///          "head"                          → LogHeadRecord
/// ```
///
/// No index has an entry for each event: an article is one chunk, so a bulk load writes at the
/// end of the events and to one place an article. No key is an event's random id, whose index
/// would cost a page for each event.
///
/// Layout 1 had `streams` (name → number), `revisions` (number, revision → position) and `ids`
/// (number, event id → revision) in the place of `chunks`: see ``LogUpgrade``.
struct LogTables: Sendable {
  let events: Table
  let chunks: Table
  let texts: Table
  let tree: Table
  let meta: Table

  static let names = ["events", "chunks", "texts", "tree", "meta"]
  static let version: UInt64 = 2
  /// Subtrees of the Merkle tree are stored from this level on.
  static let storedLevel: UInt8 = 8

  init(of environment: Environment) {
    events = environment.table("events")
    chunks = environment.table("chunks")
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
