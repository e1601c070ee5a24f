internal import LMDB
internal import TarikhModel

/// Finding the events of a stream.
///
/// LMDB's pages have no checksums, so a search may be led astray: what it finds is checked, and
/// what it does not find is believed only where the neighbours stand in order.
extension LogTables {
  /// The last chunk of the stream that begins at `revision` or before; `nil` where there is none.
  ///
  /// - Complexity: O(log *n*).
  func chunk(
    of stream: StreamName, upTo revision: Revision,
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> StreamChunk? {
    let sought = StreamChunkKey(stream, revision)
    var cursor = try transaction.walk(over: chunks)
    var found: StreamChunk?
    var isEmpty = true
    if let entry = try cursor.move(atOrBefore: sought.bytes.span.bytes) {
      isEmpty = false
      try checkPage(of: entry, under: &cursor)
      guard !entry.key.isGreater(than: sought.bytes.span.bytes) else {
        throw .damaged(place: "stream \(stream)", reason: "its index is out of order")
      }
      let key = try chunkKey(entry.key)
      if key.isOf(stream) {
        found = try chunk(key, entry.value)
      } else {
        try checkWhole(key, entry.value)
      }
    }
    // Where nothing stands before, the cursor may be at the first entry already.
    let next = isEmpty ? try cursor.move(atOrAfter: RawSpan()) : try cursor.forward()
    if let entry = next {
      isEmpty = false
      try checkPage(of: entry, under: &cursor)
      guard entry.key.isGreater(than: sought.bytes.span.bytes) else {
        throw .damaged(place: "stream \(stream)", reason: "its index is out of order")
      }
      try checkWhole(try chunkKey(entry.key), entry.value)
    }
    // A page that lists nothing at all cannot be asked.
    if isEmpty, try transaction.count(of: chunks) > 0 {
      throw .damaged(place: "index of streams", reason: "it hides what it holds")
    }
    return found
  }

  /// The last chunk of the stream, which ends at its last revision.
  func lastChunk(
    of stream: StreamName, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> StreamChunk? {
    try chunk(of: stream, upTo: Revision(rawValue: .max), in: transaction)
  }

  /// The last revision of the stream; `nil` where there is no such stream.
  func lastRevision(
    of stream: StreamName, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> Revision? {
    try lastChunk(of: stream, in: transaction)?.last
  }

  /// Where the event at `address` stands; `nil` where there is none.
  func position(
    of address: EventAddress, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> UInt64? {
    try chunk(of: address.stream, upTo: address.revision, in: transaction)?
      .position(of: address.revision)
  }

  func chunkKey(_ bytes: RawSpan) throws(LogFailure) -> StreamChunkKey {
    guard let key = StreamChunkKey(bytes) else {
      throw .damaged(
        place: "index of streams", reason: "a key of \(bytes.byteCount) bytes is no place in it")
    }
    return key
  }

  func chunk(_ key: StreamChunkKey, _ value: RawSpan) throws(LogFailure) -> StreamChunk {
    guard let chunk = StreamChunk(value, key: key) else { throw damaged(key) }
    return chunk
  }

  /// Refuses a chunk that is not what was stored: with another name or revision in its key, the
  /// one that is sought may be hidden in it.
  private func checkWhole(_ key: StreamChunkKey, _ value: RawSpan) throws(LogFailure) {
    guard StreamChunk.count(of: value, key: key) != nil else { throw damaged(key) }
  }

  private func damaged(_ key: StreamChunkKey) -> LogFailure {
    .damaged(
      place: "stream \(String(decoding: key.name, as: UTF8.self))",
      reason: "the index of its events from revision \(key.first) is not what was stored")
  }

  /// Runs `body` on each chunk of the stream from the one that has `revision` on, in order, until
  /// it gives `false`.
  func forEachChunk(
    of stream: StreamName, from revision: Revision,
    in transaction: borrowing some ReadableTransaction & ~Copyable,
    _ body: (StreamChunk) throws(LogFailure) -> Bool
  ) throws(LogFailure) {
    guard let start = try chunk(of: stream, upTo: revision, in: transaction) else { return }
    try forEachStoredChunk(of: stream, from: start.first, in: transaction) {
      (key, value, _) throws(LogFailure) in
      try body(try chunk(key, value))
    }
  }

  /// The same for chunks as they lie, with how many events each is of.
  ///
  /// `first` is the first revision of a chunk.
  func forEachStoredChunk(
    of stream: StreamName, from first: Revision,
    in transaction: borrowing some ReadableTransaction & ~Copyable,
    _ body: (StreamChunkKey, RawSpan, Int) throws(LogFailure) -> Bool
  ) throws(LogFailure) {
    var next = first
    var cursor = try transaction.walk(over: chunks)
    var entry = try cursor.move(atOrAfter: StreamChunkKey(stream, first).bytes.span.bytes)
    while let here = entry {
      try checkPage(of: here, under: &cursor)
      let key = try chunkKey(here.key)
      guard key.isOf(stream) else { return }
      guard key.first == next else {
        throw .damaged(
          place: "stream \(stream)", reason: "revision \(next) is missing from its index")
      }
      guard let count = StreamChunk.count(of: here.value, key: key) else { throw damaged(key) }
      guard try body(key, here.value, count) else { return }
      next = Revision(rawValue: key.first.rawValue + UInt64(count))
      entry = try cursor.forward()
    }
  }

  /// Refuses an entry whose page hides others.
  func checkPage(
    of entry: borrowing Cursor.Entry, under cursor: inout Cursor
  ) throws(LogFailure) {
    guard cursor.listsWholePage(of: entry) else {
      throw .damaged(place: "index of streams", reason: "a page of it hides what it holds")
    }
  }
}

extension RawSpan {
  /// Whether these bytes come after the others in the order of keys.
  func isGreater(than other: RawSpan) -> Bool {
    for place in 0..<min(byteCount, other.byteCount) {
      let (mine, its): (UInt8, UInt8) = (little(at: place) ?? 0, other.little(at: place) ?? 0)
      if mine != its { return mine > its }
    }
    return byteCount > other.byteCount
  }
}
