internal import EDTF
internal import LMDB
internal import TarikhModel

/// A row of the state view: one version of a recorded fact.
///
/// The latest recorded comes first in the order of the keys, so that the fact which holds is
/// found before all that it overlies.
struct FactRow: Hashable, Sendable {
  var identity: RowIdentity
  var fact: Fact

  static func prefix(_ subject: EntityID?, _ attribute: String?) -> ViewKey {
    ClaimRow.prefix(of: .fact, subject, attribute)
  }

  /// Where the facts recorded up to `position` begin.
  static func key(_ subject: EntityID, _ attribute: String, from position: Position) -> ViewKey {
    prefix(subject, attribute).adding(~position.rawValue)
  }

  var row: ViewRow {
    let key = FactRow.key(fact.subject, fact.attribute, from: identity.root)
      .adding(~identity.from.rawValue)
    var writer = RowWriter()
    writer.write(Int64(fact.from.rawValue))
    writer.write(fact.to.map { Int64($0.rawValue) } ?? .max)
    writer.write(fact.value)
    writer.write(identity.rootAddress)
    writer.write(fact.subject.rawValue)
    writer.write(fact.attribute)
    return ViewRow(key: key.bytes, value: writer.bytes)
  }
}

extension FactRow {
  init(decoding row: borrowing StoredRow) throws(ViewError) {
    let recorded = try RecordedFact(decoding: row)
    var reader = RowReader(row.value.copied)
    let ending = try reader.ending()
    (_, _) = (try reader.signed(), try reader.signed())
    _ = try reader.optionalText()
    let address = try reader.address()
    identity = RowIdentity(
      ending: ending, from: recorded.stands, root: recorded.position, rootAddress: address,
      content: recorded.position, contentAddress: address)
    fact = Fact(
      subject: EntityID(rawValue: try reader.text()), attribute: try reader.text(),
      value: recorded.value, from: recorded.from, to: recorded.to)
  }
}

extension RecordedFact {
  /// Reads what most questions need, where it lies.
  init(decoding row: borrowing StoredRow) throws(ViewError) {
    let (key, value) = (row.key, row.value)
    let places = key.extracting(last: 16)
    guard let root = places.number(at: 0, as: UInt64.self),
      let from = places.number(at: 8, as: UInt64.self),
      let ending = value.number(at: 0, as: UInt64.self),
      let reason = value.number(at: 8, as: UInt8.self),
      let first = value.number(at: 9, as: Int64.self),
      let last = value.number(at: 17, as: Int64.self),
      let hasValue = value.number(at: 25, as: UInt8.self)
    else { throw .damaged(reason: "a row of a fact ends too early") }
    var text: String?
    if hasValue != 0 {
      guard let length = value.number(at: 26, as: UInt64.self).flatMap(Int.init(exactly:)),
        let part = value.part(at: 34, count: length), let words = part.text()
      else { throw .damaged(reason: "the value of a fact") }
      text = words
    }
    self.init(
      position: Position(rawValue: ~root.byteSwapped),
      stands: Position(rawValue: ~from.byteSwapped),
      ended: reason == 0 ? nil : Position(rawValue: ending), value: text,
      from: Day(rawValue: Int(first)), to: last == .max ? nil : Day(rawValue: Int(last)))
  }
}
