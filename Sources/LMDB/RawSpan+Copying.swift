internal import Foundation

extension RawSpan {
  /// The bytes, copied out, so that they may outlive the transaction.
  public var copied: [UInt8] {
    // The pointer is used only inside the closure.
    unsafe withUnsafeBytes { unsafe Array($0) }
  }

  /// Whether both hold the same bytes.
  public func isEqual(to other: RawSpan) -> Bool {
    guard byteCount == other.byteCount else { return false }
    return order(against: other) == 0
  }

  /// Whether the bytes begin with those of `prefix`.
  public func starts(with prefix: RawSpan) -> Bool {
    guard byteCount >= prefix.byteCount else { return false }
    return extracting(first: prefix.byteCount).order(against: prefix) == 0
  }

  /// Whether the bytes stand before `other` in LMDB's order: bytewise, a prefix first.
  public func precedes(_ other: RawSpan) -> Bool {
    let order = order(against: other)
    return order < 0 || (order == 0 && byteCount < other.byteCount)
  }

  /// The order of the bytes that both have: negative, zero or positive.
  private func order(against other: RawSpan) -> CInt {
    let common = min(byteCount, other.byteCount)
    guard common > 0 else { return 0 }
    // Both pointers are used only inside the closures, for at most the smaller count.
    return unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { theirs in
        guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else { return 0 }
        return unsafe memcmp(mine, theirs, common)
      }
    }
  }
}
