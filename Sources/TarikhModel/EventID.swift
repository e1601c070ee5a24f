/// A client's identity of an event, unique in its stream: an append that is retried with the
/// same identities stores nothing twice. Extracted reports take it from their content.
public struct EventID: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}
