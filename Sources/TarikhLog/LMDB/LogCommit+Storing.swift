internal import LMDB
internal import TarikhModel

extension LogCommit {
  /// Writes the record at the end of the log; the tree grows next.
  func store(
    _ record: RawSpan, in transaction: inout WriteTransaction
  ) throws(LogFailure) {
    try transaction.store(
      record, under: BigEndianKey([position + 1]).bytes, in: tables.events, .appending)
  }

  /// Adds the leaf of the record that was stored, and writes the subtrees that it completes.
  mutating func grow(
    by hash: Digest, in transaction: inout WriteTransaction
  ) throws(LogFailure) {
    var completed: [(MerkleSubtree, Digest)] = []
    tree.append(hash) { subtree, root in
      if subtree.level >= LogTables.storedLevel { completed.append((subtree, root)) }
    }
    for (subtree, root) in completed {
      let key = BigEndianKey([UInt64(subtree.level), subtree.index])
      try transaction.store(
        root.bytes.span.bytes, under: key.bytes, in: tables.tree, .inserting)
    }
  }

  /// Writes the texts that are not there yet.
  func store(
    _ texts: [ArticleText], in transaction: inout WriteTransaction
  ) throws(LogFailure) {
    for text in texts where try !hasText(text.digest, in: transaction) {
      let bytes = Array(text.text.utf8)
      try transaction.store(
        bytes.span.bytes, under: text.digest.key.bytes, in: tables.texts, .inserting)
    }
  }

  /// What the event needs and nobody has.
  func missing(
    _ requirement: EventRequirement?, texts: [ArticleText],
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> InvalidEvent? {
    switch requirement {
    case .text(let digest):
      if texts.contains(where: { $0.digest == digest }) { return nil }
      return try hasText(digest, in: transaction) ? nil : .textMissing(digest)
    case .target(let address):
      guard let position = try tables.position(of: address, in: transaction) else {
        return .noSuchTarget(address)
      }
      let isRedaction = try type(at: position, in: transaction) == .redacted
      return isRedaction ? .redactionOfRedaction : nil
    case nil: return nil
    }
  }

  private func type(
    at position: UInt64, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> EventType {
    try tables.view(at: position, try tables.record(at: position, in: transaction)).type
  }

  private func hasText(
    _ digest: Digest, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> Bool {
    try transaction.bytes(under: digest.key.bytes, in: tables.texts) != nil
  }
}

extension LogTables {
  /// The bytes of the record at `position`, out of the map.
  func copy(
    at position: UInt64, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> [UInt8] {
    try record(at: position, in: transaction).copied
  }
}

extension Digest {
  /// The 32 bytes as a key.
  var key: BigEndianKey<4> { BigEndianKey([words.0, words.1, words.2, words.3]) }
}
