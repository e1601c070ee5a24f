/// A client's identity of an event, unique in its stream.
///
/// An append that is retried with the same identities stores nothing twice. Extracted reports
/// take theirs from their content: `init(content:)`.
public struct EventID: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// An identity that no other event has, drawn from `generator`.
  public init(using generator: inout some RandomNumberGenerator) {
    self.init(high: generator.next(), low: generator.next())
  }
}

extension EventID: LosslessStringConvertible {
  /// Reads exactly 32 hexadecimal digits, in either case.
  public init?(_ text: String) {
    guard let bytes = Hexadecimal.bytes(text), bytes.count == 16 else { return nil }
    let words = [bytes[..<8], bytes[8...]].map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    self.init(high: words[0], low: words[1])
  }

  /// The identity as 32 lower-case hexadecimal digits.
  public var description: String { Hexadecimal.text(of: [high, low]) }
}
