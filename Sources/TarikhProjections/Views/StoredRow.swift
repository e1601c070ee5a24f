internal import LMDB
internal import TarikhModel

/// A row as it lies in the map, its checksum verified and put aside.
struct StoredRow: ~Escapable {
  let key: RawSpan
  let value: RawSpan

  static let checksumByteCount = 8

  /// `nil` where the checksum is another.
  ///
  /// - Parameter seed: that of the table.
  @_lifetime(copy key, copy stored)
  init?(key: RawSpan, stored: RawSpan, in seed: UInt64) {
    guard let checksum = stored.number(at: 0, as: UInt64.self) else { return nil }
    let value = stored.extracting(droppingFirst: StoredRow.checksumByteCount)
    guard checksum == Checksum.of(value, under: key, in: seed) else { return nil }
    self.key = key
    self.value = value
  }

  static let damage = ViewError.damaged(reason: "a row does not match its checksum")
}

extension ViewRow {
  init(_ row: borrowing StoredRow) {
    self.init(key: row.key.copied, value: row.value.copied)
  }
}
