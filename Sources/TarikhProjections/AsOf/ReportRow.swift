internal import EDTF
internal import TarikhModel

/// A row of the timeline view: one version of a report.
struct ReportRow: Hashable, Sendable {
  var identity: RowIdentity
  var kind: ReportKind
  /// `nil` for an undated report.
  var time: RowTime?
  var source: ClaimSource
  /// All that takes part, speaks or is counted, and the states that answer for them.
  var entities: [EntityID]

  static let prefix = ViewKey(.report)

  /// By earliest day: undated, open and unknown beginnings first.
  private var key: [UInt8] {
    let day = time?.bounds.earliest.day?.rawValue ?? Int(Int32.min)
    return ReportRow.prefix.adding(UInt64(bitPattern: Int64(day)) ^ 1 << 63)
      .adding(identity.root).adding(identity.from).bytes
  }

  static func rows(of words: Ledger.VersionedContent) -> [ViewRow] {
    guard let report = words.report else { return [] }
    let row = ReportRow(
      identity: RowIdentity(words), kind: report.kind, time: report.when.map(RowTime.init),
      source: ClaimSource(report.attribution), entities: entities(of: report))
    return [ViewRow(key: row.key, value: row.encoded)]
  }

  private static func entities(of report: Report) -> [EntityID] {
    let named =
      report.participants.map(\.entity) + report.quantities.compactMap(\.of)
      + [report.attribution?.speaker].compactMap { $0 }
    return Set(named + named.map(\.principal)).sorted()
  }
}

extension ReportRow {
  /// All but the ending, which the ledger writes.
  var encoded: [UInt8] {
    var writer = RowWriter()
    writer.write(identity)
    writer.write(kind.rawValue)
    writer.write(time) { $0.write($1) }
    writer.write(source)
    writer.write(entities.map(\.rawValue))
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(ViewError) {
    var reader = RowReader(bytes)
    identity = try RowIdentity(from: &reader)
    kind = try reader.named(ReportKind.self)
    time = try reader.optional { (reader) throws(ViewError) in try reader.time() }
    source = try reader.source()
    entities = try reader.texts().map(EntityID.init(rawValue:))
  }
}
