/// A key of whole numbers, built without allocation, whose byte order is the numbers' order.
///
/// Each number takes eight bytes, most significant first, so the first number counts before the
/// second: `BigEndianKey([stream, revision])`. Pass `key.bytes` where a key is wanted.
public struct BigEndianKey<let count: Int>: Sendable {
  @usableFromInline
  let words: InlineArray<count, UInt64>

  /// The key of these numbers.
  @inlinable
  public init(_ numbers: InlineArray<count, UInt64>) {
    words = InlineArray { numbers[$0].bigEndian }
  }

  /// The key's `8 * count` bytes.
  public var bytes: RawSpan {
    @_lifetime(borrow self) @inlinable
    borrowing get {
      // Marked unsafe for padding in general; a UInt64 has none.
      unsafe words.span.bytes
    }
  }

  /// The numbers of a key, or `nil` when it isn't `8 * count` bytes long.
  @inlinable
  public static func numbers(in key: RawSpan) -> InlineArray<count, UInt64>? {
    guard key.byteCount == 8 * count else { return nil }
    return InlineArray { index in
      // Any eight bytes are a UInt64, and the length was checked.
      unsafe UInt64(
        bigEndian: key.unsafeLoadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
    }
  }
}
