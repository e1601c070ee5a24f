import EDTF
import TarikhModel

/// One payload of each type, every field used.
enum Payloads {
  static func all() throws -> [EventPayload] {
    let target = EventAddress(
      stream: try StreamName("article/ab12"), revision: Revision(rawValue: 3))
    let note = EditorialNote(reason: "سبب", by: "desk")
    let digest = Digest.sha256(of: "نص")
    let publication = Publication(
      date: try EDTFExpression(parsing: "2025-10-01/2025-10-02"), basis: .inferred, reason: "لأن")
    let article = Article(
      title: "عنوان", outlet: "وكالة", url: "https://example.org/a?b=1", language: "ar",
      publication: publication, text: digest, length: 2)
    let fact = Fact(
      subject: EntityID(rawValue: "actor:us"), attribute: "cost", value: "12",
      from: Day(rawValue: 0), to: Day(rawValue: 10))
    return [
      .articleReceived(article), .reported(try report()),
      .corrected(target: target, report: try report(), note: note),
      .retracted(target: target, note: note), .articleRedated(publication, note: note),
      .redacted(target: target, note: note), .fact(fact),
      .erased(type: .reported, bodyHash: digest),
    ]
  }

  static func report() throws -> Report {
    Report(
      kind: .withdrawal,
      when: When(
        edtf: try EDTFExpression(parsing: "2025-08-21~/2025-08-31~"), expression: "نهاية أغسطس",
        relation: .by, certainty: .approximate, dependsOnPublication: true,
        relative: .span(
          from: .part(.late, of: .monthOfYear(8, .last)), to: .day(offset: -1))),
      modality: .planned, polarity: .negative, aspect: .begin, detail: .retain,
      attribution: Attribution(
        speaker: EntityID(rawValue: "source:security-sources"), role: "مصادر أمنية",
        channel: .writtenStatement, verb: "أشار", anonymous: true, quoted: true,
        via: [EntityID(rawValue: "outlet:reuters")]),
      participants: [
        Participant(
          role: .actor, entity: EntityID(rawValue: "actor:us-military"), text: "القوات «الأميركية»")
      ],
      quantities: [
        Quantity(
          min: nil, max: 2000, comparator: .less, unit: "soldiers", measure: .target,
          of: EntityID(rawValue: "actor:us"), expression: "أقل من 2000 جندي"),
        Quantity(
          min: 0.1, max: 1e300, comparator: .about, unit: "percent", measure: .change, of: nil,
          expression: ""),
      ],
      evidence: Evidence(
        quote: "سطر\nثان\t\u{202B}", range: TextRange(start: 120, end: 131),
        trigger: TextRange(start: 121, end: 124)),
      saidIn: EventID(high: 1, low: .max), extractor: ExtractorVersion(name: "tarikh", version: "1")
    )
  }

  /// A relative date of each form.
  static func relativeDates() throws -> [RelativeDate] {
    let month = RelativeDate.month(offset: -1)
    return [
      .day(offset: -1), .week(offset: 1), month, .period(.half, offset: 0),
      .weekday(2, .latest), .monthOfYear(9, .last), .dayOfYear(month: 2, day: 29, .nearest),
      .monthIn(yearOffset: 1, month: 1), .dayOf(month, day: 20),
      .weekdayOf(month, weekday: 5, nth: -1), .part(.firstQuarter, of: .period(.year, offset: -1)),
      .span(from: nil, to: month), .span(from: month, to: nil), .running(.month, count: -3),
      .ago(.decade, count: 2), .approximately(.approximately(month)),
      .fixed(try EDTFExpression(parsing: "20XX")),
    ]
  }
}
