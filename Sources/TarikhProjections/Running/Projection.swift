public import LMDB
public import TarikhModel

/// A deterministic fold of the log into rows.
///
/// The same events in the same order must give the same rows, byte for byte: no clock, no
/// random number, no order of a hash table.
public protocol Projection: Sendable {
  /// What the projection is called, 1 to 64 UTF-8 bytes.
  var name: String { get }
  /// Raised with every change of what is written: a view of another version is rebuilt.
  var version: UInt32 { get }

  /// Changes the view by one event; events come once each, in the order of their positions.
  ///
  /// - Throws: ``ViewError/rejected(reason:)`` for an event that the projection can't take.
  func apply(
    _ event: Event, to view: View, in transaction: inout WriteTransaction
  ) throws(ViewError)
}
