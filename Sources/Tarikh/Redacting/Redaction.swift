public import TarikhLog
public import TarikhModel

/// What became of one event that was to be redacted.
public struct Redaction: Hashable, Sendable {
  /// The event whose body is erased.
  public var target: EventAddress
  /// Where the redaction is, that says who erased it, when and why.
  public var receipt: AppendReceipt
  /// Events that still say some of its words: the article that a report quotes, the reports that
  /// quote an article, corrections of a report.
  public var stillSaidBy: [EventAddress]

  public init(target: EventAddress, receipt: AppendReceipt, stillSaidBy: [EventAddress]) {
    self.target = target
    self.receipt = receipt
    self.stillSaidBy = stillSaidBy
  }
}
