import EDTF
import TarikhModel

/// Events of every type, in words of our own.
enum Samples {
  static let stream = StreamName.article(for: Digest.sha256(of: "نص"))
  static let note = EditorialNote(reason: "خطأ مطبعي في الرقم", by: "desk")
  static let extractor = ExtractorVersion(name: "rules", version: "1.0")

  static func address(_ revision: UInt64) -> EventAddress {
    EventAddress(stream: stream, revision: Revision(rawValue: revision))
  }

  static func edtf(_ text: String) throws -> EDTFExpression { try EDTFExpression(parsing: text) }

  /// A report with every field filled.
  static func fullReport() throws -> Report {
    Report(
      kind: .drawdown,
      when: When(
        edtf: try edtf("2024-03-01/2024-03-05"), expression: "مطلع مارس", relation: .by,
        certainty: .approximate, dependsOnPublication: true,
        relative: .span(from: .part(.early, of: .monthOfYear(3, .latest)), to: nil)),
      modality: .planned, polarity: .positive, aspect: .begin, detail: .redeploy,
      attribution: Attribution(
        speaker: EntityID(rawValue: "person:layla-haddad"), role: "المتحدثة باسم الوزارة",
        channel: .interview, verb: "زعم", anonymous: false, quoted: true,
        via: [EntityID(rawValue: "source:agency"), EntityID(rawValue: "source:paper")]),
      participants: [
        Participant(role: .actor, entity: EntityID(rawValue: "actor:north"), text: "الشمال"),
        Participant(role: .place, entity: EntityID(rawValue: "place:harbour"), text: "المرفأ"),
      ],
      quantities: [
        Quantity(
          min: nil, max: 2000, comparator: .less, unit: "soldiers", measure: .target,
          of: EntityID(rawValue: "actor:north"), expression: "أقل من ألفي جندي"),
        Quantity(
          min: 12.5, max: 12.5, comparator: .about, unit: "percent", measure: .change, of: nil,
          expression: "12.5%"),
      ],
      evidence: Evidence(
        quote: "تعتزم القوة خفض عددها مطلع مارس", range: TextRange(start: 120, end: 151),
        trigger: TextRange(start: 132, end: 135)),
      saidIn: EventID(high: 0x0102_0304_0506_0708, low: 0x090A_0B0C_0D0E_0F10),
      extractor: extractor)
  }

  /// An undated report with nothing that may be missing.
  static let bareReport = Report(
    kind: .statement, when: nil, modality: .asserted, polarity: .negative, aspect: nil,
    detail: nil, attribution: nil, participants: [], quantities: [], evidence: nil, saidIn: nil,
    extractor: ExtractorVersion(name: "desk", version: ""))

  static func article() throws -> Article {
    Article(
      title: "هدنة في المرفأ", outlet: "صحيفة المثال", url: nil, language: "ar",
      publication: Publication(
        date: try edtf("2024-02-28"), basis: .inferred, reason: "ذكر الثلاثاء الماضي"),
      text: Digest.sha256(of: "نص"), length: 1234)
  }

  /// One payload of each type, the report both full and bare.
  static func payloads() throws -> [EventPayload] {
    [
      .articleReceived(try article()),
      .reported(try fullReport()),
      .reported(bareReport),
      .corrected(target: address(1), report: try fullReport(), note: note),
      .retracted(target: address(2), note: note),
      .articleRedated(
        Publication(date: nil, basis: .unknown, reason: nil), note: note),
      .redacted(target: address(1), note: note),
      .fact(
        Fact(
          subject: EntityID(rawValue: "actor:north"), attribute: "commander", value: "سعاد",
          from: Day(rawValue: 19_000), to: nil)),
      .erased(type: .reported, bodyHash: Digest.sha256(of: "gone")),
    ]
  }

  /// The payloads as they follow each other in one stream.
  static func records(_ version: RecordVersion = .current) throws -> [EncodedRecord] {
    try payloads().enumerated().map { place, payload in
      try record(payload, place: place, version: version)
    }
  }

  static func record(
    _ payload: EventPayload, place: Int = 0, version: RecordVersion = .current
  ) throws -> EncodedRecord {
    try EventRecord.encode(
      NewEvent(id: EventID(content: payload), payload: payload),
      position: Position(rawValue: UInt64(place) + 1), stream: stream,
      revision: Revision(rawValue: UInt64(place)),
      recorded: RecordedTime(rawValue: 1_795_421_468_123_456 + Int64(place)), version: version)
  }
}

/// Reads a whole record.
func decode(_ bytes: [UInt8]) throws(RecordError) -> Event {
  try EventRecordView(bytes.span.bytes).event()
}

/// The record with a checksum that fits its bytes, as an attacker would make it.
func resealed(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  let isFormat1 = bytes.starts(with: Array("TRKE".utf8))
  let checksum =
    isFormat1 ? Checksum.ofFormat1(bytes.span.bytes) : Checksum.of(bytes.span.bytes)
  for place in 0..<8 { bytes[8 + place] = UInt8(truncatingIfNeeded: checksum >> (8 * place)) }
  return bytes
}

/// Two lower-case hexadecimal digits a byte.
func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
