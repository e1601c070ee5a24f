internal import LMDB
internal import TarikhModel

extension LogVerification {
  /// Whether the index of streams leads to every event, and to nothing else.
  mutating func indexes(in transaction: borrowing ReadTransaction) throws(LogFailure) {
    var cursor = try transaction.walk(over: tables.chunks)
    var last: (name: [UInt8], next: Revision)?
    var indexed: UInt64 = 0
    while let entry = try cursor.forward() {
      do throws(LogFailure) {
        let key = try tables.chunkKey(entry.key)
        let name = Array(key.name)
        let isNew = last?.name != name
        if isNew { streams += 1 }
        let expected = isNew ? .zero : last?.next ?? .zero
        if key.first != expected {
          find(
            "stream \(String(decoding: name, as: UTF8.self))",
            "its index goes on at revision \(key.first) instead of \(expected)")
        }
        let chunk = try tables.chunk(key, entry.value)
        indexed += UInt64(chunk.positions.count)
        last = (name, Revision(rawValue: chunk.last.rawValue + 1))
        try check(chunk, of: name, in: transaction)
      } catch {
        try note(error)
      }
    }
    if indexed != readEvents {
      find("index of streams", "it has \(indexed) entries for \(readEvents) events")
    }
    if let stored = storedStreams, stored != streams {
      find("head", "it says that there are \(stored) streams, the index has \(streams)")
    }
  }

  /// Whether each entry of the chunk leads to the event that it names.
  private mutating func check(
    _ chunk: StreamChunk, of name: [UInt8], in transaction: borrowing ReadTransaction
  ) throws(LogFailure) {
    for (place, position) in chunk.positions.enumerated() {
      let view: EventRecordView
      do throws(LogFailure) {
        view = try tables.view(at: position, try tables.record(at: position, in: transaction))
      } catch {
        // Damaged records are found when the events are read.
        guard case .damaged = error else { throw error }
        continue
      }
      let revision = chunk.first.rawValue + UInt64(place)
      guard view.streamName.isEqual(to: name.span.bytes), view.revision.rawValue == revision,
        view.id.fingerprint == chunk.fingerprints[place]
      else {
        find(
          "stream \(String(decoding: name, as: UTF8.self))",
          "its index does not lead from revision \(revision) to its event, but to position "
            + "\(position)")
        continue
      }
    }
  }

  /// Whether every text has its digest, and every article its text.
  mutating func texts(in transaction: borrowing ReadTransaction) throws(LogFailure) {
    var cursor = try transaction.walk(over: tables.texts)
    while let entry = try cursor.forward() {
      guard let digest = Digest(bytes: entry.key.copied) else {
        find("texts", "a key of \(entry.key.byteCount) bytes is not a digest")
        continue
      }
      if Digest.sha256(of: entry.value) != digest {
        find("text \(digest)", "the text has another digest")
      }
    }
    for (digest, position) in references.sorted(by: { $0.value < $1.value }) {
      if try transaction.bytes(under: digest.key.bytes, in: tables.texts) == nil {
        find("position \(position)", "the text \(digest) of its article is missing")
      }
    }
  }
}
