public import LMDB
public import TarikhLog

/// What can go wrong while a view is read or written.
public enum ViewError: Error, Hashable, Sendable, StorageFailing {
  case storage(LMDBError)
  /// Another process has been writing to the views for too long: try again.
  case busy(StorageFailure)
  /// Bytes of the view that break its format: rebuild it.
  case damaged(reason: String)
  /// The log could not give back an event.
  case log(ReadError)
  /// The projection can't take this event: it stops here, the others go on.
  case rejected(reason: String)

  public init(storage: LMDBError) { self = .storage(storage) }
}
