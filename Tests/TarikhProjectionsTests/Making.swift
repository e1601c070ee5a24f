import EDTF
import TarikhModel
import Testing

/// Short ways to say what tests need; the words are our own.
enum Making {
  /// A day by its ISO form, which the test must get right.
  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is not a day") }
    return day
  }

  static func stream(_ name: String) throws -> StreamName { try StreamName(name) }

  static func article(
    _ stream: StreamName, published: String?, outlet: String? = nil
  ) throws -> EventPayload {
    .articleReceived(
      Article(
        title: "عنوان", outlet: outlet, url: nil, language: "ar",
        publication: try publication(published), text: .sha256(of: stream.rawValue),
        length: stream.rawValue.unicodeScalars.count))
  }

  static func publication(_ date: String?) throws -> Publication {
    Publication(
      date: try date.map { try EDTFExpression(parsing: $0) },
      basis: date == nil ? .unknown : .given,
      reason: nil)
  }

  static func when(
    _ edtf: String, _ relation: When.Relation = .on, relative: RelativeDate? = nil
  ) throws -> When {
    When(
      edtf: try EDTFExpression(parsing: edtf), expression: nil, relation: relation,
      certainty: .exact, dependsOnPublication: relative != nil, relative: relative)
  }

  static func report(
    _ kind: ReportKind, _ when: When?, modality: Modality = .asserted,
    polarity: Polarity = .positive, aspect: Aspect? = nil, detail: Detail? = nil,
    speaker: String? = nil, anonymous: Bool = false,
    _ participants: [(Participant.Role, String)] = [], quantities: [Quantity] = [],
    quote: String? = nil
  ) -> Report {
    Report(
      kind: kind, when: when, modality: modality, polarity: polarity, aspect: aspect,
      detail: detail,
      attribution: speaker.map {
        Attribution(
          speaker: EntityID(rawValue: $0), role: nil, channel: nil, verb: nil,
          anonymous: anonymous, quoted: false, via: [])
      },
      participants: participants.map {
        Participant(role: $0.0, entity: EntityID(rawValue: $0.1), text: $0.1)
      }, quantities: quantities,
      evidence: quote.map {
        Evidence(
          quote: $0, range: TextRange(start: 0, end: $0.unicodeScalars.count), trigger: nil)
      }, saidIn: nil, extractor: ExtractorVersion(name: "test", version: "1"))
  }

  static func soldiers(
    _ number: Double, _ comparator: Quantity.Comparator = .equal,
    _ measure: Quantity.Measure = .stock, of force: String? = nil
  ) -> Quantity {
    Quantity(
      min: [.less, .atMost].contains(comparator) ? nil : number,
      max: [.greater, .atLeast].contains(comparator) ? nil : number, comparator: comparator,
      unit: "soldiers", measure: measure, of: force.map(EntityID.init(rawValue:)),
      expression: "\(Int(number)) جندي")
  }

  /// A level of American soldiers in a country.
  static func level(
    _ number: Double, _ comparator: Quantity.Comparator = .equal, on when: When?,
    in country: String = "place:iraq", speaker: String? = nil, anonymous: Bool = false,
    quote: String? = nil
  ) -> Report {
    report(
      .forceLevel, when, speaker: speaker, anonymous: anonymous,
      [(.actor, "actor:us-military"), (.place, country)],
      quantities: [soldiers(number, comparator)], quote: quote)
  }

  static let note = EditorialNote(reason: "سبب", by: "محرر")
}
