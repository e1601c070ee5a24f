internal import LMDB
internal import TarikhModel

extension LogVerification {
  /// Whether the indexes have nothing that the records have not.
  mutating func indexes(in transaction: borrowing ReadTransaction) throws(LogFailure) {
    try count(of: tables.revisions, in: transaction)
    try count(of: tables.ids, in: transaction)
    var cursor = try transaction.walk(over: tables.streams)
    while let entry = try cursor.forward() {
      do throws(LogFailure) {
        try stream(entry.key, entry.value, in: transaction)
      } catch {
        try note(error)
      }
    }
  }

  private mutating func count(
    of index: Table, in transaction: borrowing ReadTransaction
  ) throws(LogFailure) {
    let entries = try transaction.count(of: index)
    if entries != readEvents {
      find(index.name, "the index has \(entries) entries for \(readEvents) events")
    }
  }

  /// Whether the name leads to a stream that begins with an event of that name.
  private mutating func stream(
    _ key: RawSpan, _ value: RawSpan, in transaction: borrowing ReadTransaction
  ) throws(LogFailure) {
    guard let name = key.text() else {
      throw .damaged(place: "streams", reason: "a name is not UTF-8")
    }
    let place = "stream \(name)"
    let number = try tables.number(value, place: place)
    guard
      let first = try tables.position(ofStream: number, revision: .zero, in: transaction)
    else { throw .damaged(place: place, reason: "it has no events") }
    let view = try tables.view(at: first, try tables.record(at: first, in: transaction))
    if !view.streamName.isEqual(to: key) { find(place, "its first event is of another stream") }
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
