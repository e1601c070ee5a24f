internal import LMDB
internal import TarikhModel

extension QueryEngine {
  /// The events that change nothing in views up to the head: corrections of what is not there,
  /// retractions of what can't be retracted.
  public func ignored() throws(QueryError) -> [IgnoredEvent] {
    let asOf = AsOf(valid: nil, knownAt: .head, publishedBy: nil, accordingTo: nil)
    return try reading(StateProjection.name, asOf) {
      (snapshot, footing, transaction) throws(ViewError) in
      var ignored: [IgnoredEvent] = []
      for row in try snapshot.table.rows(
        withPrefix: ViewKey(.ignored).bytes, in: transaction)
      {
        let position = row.key.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
        var reader = RowReader(row.value)
        ignored.append(
          IgnoredEvent(
            position: Position(rawValue: position), event: try reader.address(),
            reason: try reader.named(IgnoredEvent.Reason.self)))
      }
      return ignored
    }
  }
}
