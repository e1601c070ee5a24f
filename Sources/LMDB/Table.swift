internal import CLMDB

/// A table of an environment: keys in ascending byte order, one value each.
///
/// A plain value that may be kept and shared for as long as its environment lives.
public struct Table: Hashable, Sendable {
  /// The name that the table was opened by.
  public let name: String
  let identifier: UInt32
  /// Which open environment it belongs to: an identifier alone would silently address another
  /// table of another environment.
  let environment: UInt64
}
