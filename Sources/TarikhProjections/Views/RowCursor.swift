internal import LMDB
internal import TarikhModel

/// A place in a table of rows; each row that it comes to is checked, and so is that none is
/// hidden between two of them.
///
/// Its moves say nothing and leave the row in ``row``: Swift 6.3 cannot compile functions that
/// give a row of limited lifetime or throw an error with words.
struct RowCursor: ~Copyable, ~Escapable {
  /// The row at which the cursor stands; `nil` behind the last.
  private(set) var row: StoredRow?
  private var cursor: Cursor
  private let seed: UInt64
  /// Whether the table says that it has no rows at all.
  private let isEmpty: Bool
  /// The key of the row before; its room is used again and again.
  private var last: [UInt8] = []

  @_lifetime(copy cursor)
  init(_ cursor: consuming Cursor, in seed: UInt64, isEmpty: Bool) {
    row = nil
    self.cursor = cursor
    self.seed = seed
    self.isEmpty = isEmpty
  }

  /// Moves to `key` or the next greater one; the row before it must be whole too.
  ///
  /// - Complexity: O(log *n*).
  @_lifetime(self: copy self)
  mutating func seek(_ key: [UInt8]) throws(ViewError) {
    try move(.atOrAfter(key))
    let isFound = row != nil
    try move(isFound ? .previous : .last)
    if let before = row {
      guard before.key.precedes(key.span.bytes) else { throw RowCursor.disorder }
    } else if !isFound && !isEmpty {
      // A page that lists nothing at all cannot be asked.
      throw .storage(.corrupted)
    }
    row = nil
    guard isFound else { return }
    try move(.atOrAfter(key))
    if let row, row.key.precedes(key.span.bytes) { throw RowCursor.disorder }
  }

  /// Moves to `key` or the next smaller one; the row after it must be whole too.
  ///
  /// - Complexity: O(log *n*).
  @_lifetime(self: copy self)
  mutating func seek(atOrBefore key: [UInt8]) throws(ViewError) {
    try seek(key)
    if let row, row.key.isEqual(to: key.span.bytes) { return }
    try move(row == nil ? .last : .previous)
  }

  /// Moves to the next row.
  @_lifetime(self: copy self)
  mutating func next() throws(ViewError) {
    last.removeAll(keepingCapacity: true)
    if let row { row.key.withUnsafeBytes { last.append(contentsOf: $0) } }
    try move(.next)
    if let row, !last.span.bytes.precedes(row.key) { throw RowCursor.disorder }
  }

  private enum Move {
    case atOrAfter([UInt8])
    case next, previous, last
  }

  @_lifetime(self: copy self)
  private mutating func move(_ move: Move) throws(ViewError) {
    do throws(LMDBError) {
      let entry =
        switch move {
        case .atOrAfter(let key): try cursor.seek(atOrAfter: key.span.bytes)
        case .next: try cursor.next()
        case .previous: try cursor.previous()
        case .last: try cursor.last()
        }
      row = nil
      guard let entry else { return }
      guard cursor.listsWholePage(of: entry) else { throw .corrupted }
      row = StoredRow(key: entry.key, stored: entry.value, in: seed)
    } catch { throw .storage(error) }
    if row == nil { throw StoredRow.damage }
  }

  private static let disorder = ViewError.damaged(reason: "rows are out of order")
}
