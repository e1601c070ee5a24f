internal import EDTF
internal import TarikhModel

/// A row of the state view: one claim of one version of a report or fact.
struct ClaimRow: Hashable, Sendable {
  var identity: RowIdentity
  var claim: ReportedClaim
  var modality: Modality
  /// `nil` for an undated report, whose claim holds on no day.
  var time: RowTime?
  var source: ClaimSource
  var isFact: Bool

  /// The rows of a sort that concern a subject, or all; and of those an attribute, or all.
  static func prefix(
    of space: RowSpace, _ subject: EntityID?, _ attribute: String?
  ) -> ViewKey {
    var key = ViewKey(space)
    if let subject {
      key = key.adding(subject.rawValue)
      if let attribute { key = key.adding(attribute) }
    }
    return key
  }

  func key(number: Int) -> [UInt8] {
    ClaimRow.prefix(of: .claim, claim.subject, claim.attribute).adding(claim.scope?.rawValue ?? "")
      .adding(identity.root).adding(identity.from).adding(UInt64(number)).bytes
  }

  /// The rows of a version, one for each of its claims.
  static func rows(of words: Ledger.VersionedContent) -> [ViewRow] {
    var rows: [ClaimRow] = []
    let identity = RowIdentity(words)
    if let report = words.report {
      let time = report.when.map(RowTime.init)
      rows = ReportedClaim.claims(of: report).map {
        ClaimRow(
          identity: identity, claim: $0, modality: report.modality, time: time,
          source: ClaimSource(report.attribution), isFact: false)
      }
    }
    if let fact = words.fact { return [FactRow(identity: identity, fact: fact).row] }
    return rows.enumerated().map { ViewRow(key: $1.key(number: $0), value: $1.encoded) }
  }
}

extension ClaimRow {
  /// The claim of a recorded fact, which speaks for itself.
  init(_ row: FactRow) {
    self.init(
      identity: row.identity, claim: .claim(of: row.fact), modality: .asserted,
      time: RowTime(row.fact), source: ClaimSource(nil), isFact: true)
  }

  /// All but the ending, which the ledger writes.
  var encoded: [UInt8] {
    var writer = RowWriter()
    writer.write(identity)
    writer.write(claim.subject.rawValue)
    writer.write(claim.attribute)
    writer.write(claim.scope?.rawValue)
    writer.write(claim.value)
    writer.write(claim.standing.rawValue)
    writer.write(claim.flags.map(\.rawValue))
    writer.write(modality.rawValue)
    writer.write(time) { $0.write($1) }
    writer.write(source)
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(ViewError) {
    var reader = RowReader(bytes)
    identity = try RowIdentity(from: &reader)
    claim = try reader.claim()
    modality = try reader.named(Modality.self)
    time = try reader.optional { (reader) throws(ViewError) in try reader.time() }
    source = try reader.source()
    isFact = false
  }
}

extension RowWriter {
  fileprivate mutating func write(_ value: ClaimValue) {
    switch value {
    case .quantity(let quantity):
      write(UInt8(0))
      write(quantity.min)
      write(quantity.max)
      write(quantity.comparator.rawValue)
      write(quantity.unit)
    case .status(let status):
      write(UInt8(1))
      write(status)
    case .date(let date):
      write(UInt8(2))
      write(date.description)
    case .text(let text):
      write(UInt8(3))
      write(text)
    case .cleared: write(UInt8(4))
    }
  }
}

extension RowReader {
  fileprivate mutating func claim() throws(ViewError) -> ReportedClaim {
    let subject = EntityID(rawValue: try text())
    let attribute = try text()
    let scope = try optionalText().map(EntityID.init(rawValue:))
    let value = try value()
    guard let standing = ReportedClaim.Standing(rawValue: try byte()) else {
      throw .damaged(reason: "the standing of a claim")
    }
    var flags: [ClaimFlag] = []
    for name in try texts() {
      guard let flag = ClaimFlag(rawValue: name) else { throw .damaged(reason: "flag \(name)") }
      flags.append(flag)
    }
    return ReportedClaim(
      subject: subject, attribute: attribute, scope: scope, value: value, standing: standing,
      flags: flags)
  }

  private mutating func value() throws(ViewError) -> ClaimValue {
    switch try byte() {
    case 0:
      .quantity(
        ClaimedQuantity(
          min: try optionalDouble(), max: try optionalDouble(),
          comparator: try named(Quantity.Comparator.self), unit: try text()))
    case 1: .status(try text())
    case 2: .date(try expression())
    case 3: .text(try text())
    case 4: .cleared
    default: throw .damaged(reason: "the value of a claim")
    }
  }
}
