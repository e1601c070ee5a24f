public import TarikhLog
public import TarikhModel

/// Why a question got no answer.
public enum QueryError: Error, Hashable, Sendable {
  /// The view is not there yet: run the projections first.
  case noView(projection: String)
  /// The view was written by another version of its projection: replay it.
  case wrongVersion(projection: String, stored: UInt32, current: UInt32)
  /// The log has no such position yet.
  case beyondHead(Position, head: Position)
  /// A row of a view breaks its format: replay the view.
  case damagedView(projection: String, reason: String)
  case log(ReadError)
  case storage(StorageFailure)
}
