import Tarikh

/// Says where appended events went.
enum ReceiptReport {
  private struct JSON: Encodable {
    var stream: String
    @ExplicitNull var first: UInt64?
    @ExplicitNull var last: UInt64?
    var position: UInt64
    var alreadyStored: Bool

    init(_ receipt: AppendReceipt, stream: StreamName) {
      self.stream = stream.rawValue
      _first = ExplicitNull(wrappedValue: receipt.revisions?.lowerBound.rawValue)
      _last = ExplicitNull(wrappedValue: receipt.revisions?.upperBound.rawValue)
      position = receipt.position.rawValue
      alreadyStored = receipt.wasAlreadyStored
    }
  }

  static func show(_ receipt: AppendReceipt, stream: StreamName, json: Bool) throws {
    if json {
      return try Console.write(JSONLine.encode(JSON(receipt, stream: stream)))
    }
    guard let revisions = receipt.revisions else { return Console.note("Nothing to append.") }
    let first = EventAddress(stream: stream, revision: revisions.lowerBound)
    let count = revisions.upperBound.rawValue - revisions.lowerBound.rawValue + 1
    Console.note(
      receipt.wasAlreadyStored
        ? "\(first): stored already" : "\(first): \(count == 1 ? "appended" : "\(count) appended")")
  }
}
