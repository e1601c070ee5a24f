public import Foundation
public import TarikhModel

/// The shape of a report.
///
/// Written whole; read leniently: only `kind` must be there, so that a desk can enter a report
/// by hand. What is there must be right.
public struct ReportJSON: Codable, Hashable, Sendable {
  public var kind: String
  @ExplicitNull public var when: WhenJSON?
  public var modality: String?
  public var polarity: String?
  public var aspect: String?
  public var detail: String?
  @ExplicitNull public var attribution: AttributionJSON?
  public var participants: [ParticipantJSON]?
  public var quantities: [QuantityJSON]?
  @ExplicitNull public var evidence: EvidenceJSON?
  public var saidIn: String?
  public var extractor: ExtractorJSON?

  /// Which program, in which version, found it.
  public struct ExtractorJSON: Codable, Hashable, Sendable {
    public var name: String
    public var version: String
  }

  public init(_ report: Report) {
    kind = report.kind.rawValue
    _when = ExplicitNull(wrappedValue: report.when.map(WhenJSON.init))
    modality = report.modality.rawValue
    polarity = report.polarity.rawValue
    aspect = report.aspect?.rawValue
    detail = report.detail?.rawValue
    _attribution = ExplicitNull(wrappedValue: report.attribution.map(AttributionJSON.init))
    participants = report.participants.map(ParticipantJSON.init)
    quantities = report.quantities.map(QuantityJSON.init)
    _evidence = ExplicitNull(wrappedValue: report.evidence.map(EvidenceJSON.init))
    saidIn = report.saidIn?.description
    extractor = ExtractorJSON(name: report.extractor.name, version: report.extractor.version)
  }

  /// Reads a whole report; a key that nobody reads is refused, since it is mostly misspelt.
  public static func report(in line: some DataProtocol) throws(InterchangeError) -> Report {
    try JSONLine.decode(ReportJSON.self, from: line, knowing: .extractedReport).value()
  }

  public func value() throws(InterchangeError) -> Report {
    Report(
      kind: try .named(kind, at: "kind"), when: try when?.value(),
      modality: try .named(modality ?? "asserted", at: "modality"),
      polarity: try .named(polarity ?? "positive", at: "polarity"),
      aspect: try Self.named(aspect, at: "aspect"), detail: try Self.named(detail, at: "detail"),
      attribution: try attribution?.value(),
      participants: try Self.values(of: participants, "participants") {
        item, path throws(InterchangeError) in try item.value(at: path)
      },
      quantities: try Self.values(of: quantities, "quantities") {
        item, path throws(InterchangeError) in try item.value(at: path)
      },
      evidence: try evidence?.value(), saidIn: try saidInID(),
      extractor: ExtractorVersion(
        name: extractor?.name ?? "desk", version: extractor?.version ?? "1"))
  }

  private func saidInID() throws(InterchangeError) -> EventID? {
    guard let saidIn else { return nil }
    return try .spelled(saidIn, at: "saidIn", as: "an event id of 32 hexadecimal digits")
  }

  private static func named<Value: RawRepresentable & CaseIterable>(
    _ text: String?, at path: String
  ) throws(InterchangeError) -> Value? where Value.RawValue == String {
    guard let text else { return nil }
    return try Value.named(text, at: path)
  }

  private static func values<Shape, Value>(
    of shapes: [Shape]?, _ key: String,
    _ read: (Shape, String) throws(InterchangeError) -> Value
  ) throws(InterchangeError) -> [Value] {
    var values: [Value] = []
    for (index, shape) in (shapes ?? []).enumerated() {
      values.append(try read(shape, "\(key)[\(index)]"))
    }
    return values
  }
}
