internal import LMDB
internal import TarikhModel

extension LogCommit {
  /// Takes the body from the event that a redaction names, and an article's text with it.
  ///
  /// The bytes are gone from the log at once; in the file they lie in free pages until those are
  /// used again, or the log is copied compactly.
  func erase(
    _ requirement: EventRequirement?, in transaction: inout WriteTransaction
  ) throws(LogFailure) {
    guard case .target(let address) = requirement,
      let position = try tables.position(of: address, in: transaction)
    else { return }
    let text = try text(ofArticleAt: position, in: transaction)
    let record = try tables.copy(at: position, in: transaction)
    let erased: [UInt8]
    do throws(RecordError) {
      erased = try EventRecord.erasing(record.span.bytes)
    } catch {
      throw .damaged(place: "position \(position)", reason: error.description)
    }
    try transaction.store(
      erased.span.bytes, under: BigEndianKey([position]).bytes, in: tables.events, .replacing)
    if let text, try !isReferred(to: text, in: transaction) {
      try transaction.remove(text.key.bytes, from: tables.texts)
    }
  }

  /// The text of the article that the event received, unless it is another event or erased.
  private func text(
    ofArticleAt position: UInt64, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> Digest? {
    let event = try tables.event(at: position, in: transaction)
    guard case .text(let digest) = EventRequirement(event.payload) else { return nil }
    return digest
  }

  /// Whether an article that is not erased has this text.
  ///
  /// - Complexity: O(*n*) in the length of the log: redactions are rare, an index is for ever.
  private func isReferred(
    to text: Digest, in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> Bool {
    var cursor = try transaction.walk(over: tables.events)
    while let entry = try cursor.forward() {
      let position = try tables.number(entry.key, place: "events")
      let view = try tables.view(at: position, entry.value)
      guard view.type == .articleReceived, !view.isErased else { continue }
      if try self.text(ofArticleAt: position, in: transaction) == text { return true }
    }
    return false
  }
}
