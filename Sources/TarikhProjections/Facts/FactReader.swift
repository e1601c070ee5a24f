public import EDTF
internal import LMDB
public import TarikhModel

/// Recorded facts in one snapshot of the state view.
///
/// For questions by the thousand: each is a walk from the latest recorded fact backwards, which
/// ends at the first that holds, however many were recorded before it or overlie it later.
public struct FactReader: ~Copyable, ~Escapable {
  /// The last position that the view has seen.
  public let viewPosition: Position
  private var cursor: RowCursor

  @_lifetime(copy cursor)
  init(_ cursor: consuming RowCursor, viewPosition: Position) {
    self.cursor = cursor
    self.viewPosition = viewPosition
  }

  /// The fact that holds on `day`, as known at `position`; one that clears has no value.
  ///
  /// - Complexity: O(log *n* + *m*), *m* being the facts of the variable that were recorded up to
  ///   `position` and later than the answer.
  public mutating func fact(
    of subject: EntityID, _ attribute: String, on day: Day, at position: Position
  ) throws(ViewError) -> RecordedFact? {
    let prefix = FactRow.prefix(subject, attribute)
    try cursor.seek(prefix.adding(~position.rawValue).bytes)
    while let row = cursor.row, row.key.starts(with: prefix.bytes.span.bytes) {
      let fact = try RecordedFact(decoding: row)
      if fact.stands(at: position) && fact.covers(day) { return fact }
      try cursor.next()
    }
    return nil
  }

  /// Everything that was recorded of one variable.
  ///
  /// - Complexity: O(log *n* + *m*) in the facts of the variable.
  public mutating func history(
    of subject: EntityID, _ attribute: String
  ) throws(ViewError) -> FactHistory {
    var history = FactHistory(subject: subject, attribute: attribute, facts: [])
    let prefix = FactRow.prefix(subject, attribute).bytes
    try cursor.seek(prefix)
    while let row = cursor.row, row.key.starts(with: prefix.span.bytes) {
      history.facts.append(try RecordedFact(decoding: row))
      try cursor.next()
    }
    return history
  }

  /// Hands over the histories of all variables of subjects whose ids begin with `class`, such as
  /// `contract:`, in the byte order of their ids; all there are for an empty `class`.
  ///
  /// - Complexity: O(*m*) in the facts of these subjects; one history is in memory at a time.
  public mutating func forEachHistory(
    ofClass class: String, _ body: (borrowing FactHistory) throws(ViewError) -> Void
  ) throws(ViewError) {
    let prefix = ViewKey(.fact).addingStart(of: `class`).bytes
    try cursor.seek(prefix)
    var variable: [UInt8] = []
    var history: FactHistory?
    while let row = cursor.row, row.key.starts(with: prefix.span.bytes) {
      let own = row.key.extracting(droppingLast: 16)
      if !own.isEqual(to: variable.span.bytes) || history == nil {
        if let history { try body(history) }
        variable = own.copied
        let named = try FactRow(decoding: row).fact
        history = FactHistory(subject: named.subject, attribute: named.attribute, facts: [])
      }
      history?.facts.append(try RecordedFact(decoding: row))
      try cursor.next()
    }
    if let history { try body(history) }
  }
}
