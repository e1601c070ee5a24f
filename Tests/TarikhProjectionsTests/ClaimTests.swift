import EDTF
import TarikhModel
import TarikhProjections
import Testing

/// Which claims a report makes, variable by variable.
@Suite struct `Reading claims from reports` {
  private func claims(_ report: Report) -> [String] {
    ReportedClaim.claims(of: report).map { claim in
      let value =
        switch claim.value {
        case .status(let status): status
        case .quantity(let quantity):
          "\(quantity.comparator.rawValue)\(Int(quantity.min ?? quantity.max ?? 0))"
        case .date(let date): date.description
        case .text(let text): text
        case .cleared: "cleared"
        }
      let flags = claim.flags.map(\.rawValue).joined(separator: ",")
      return "\(claim.subject.rawValue) \(claim.attribute) \(claim.scope?.rawValue ?? "-") "
        + "\(value) \(claim.standing == .value ? "value" : "aim") \(flags)"
    }
  }

  private let day = try? Making.when("2025-03-10")

  @Test func `a stock of a force is a level of its state in the country`() {
    let report = Making.report(
      .forceLevel, day,
      [(.actor, "actor:us-military"), (.place, "place:anbar"), (.place, "place:iraq")],
      quantities: [Making.soldiers(2500, .about)])
    #expect(claims(report) == ["actor:us troop-level place:iraq ~2500 value "])
  }

  @Test func `proxies answer for themselves`() {
    #expect(EntityID(rawValue: "actor:iran-proxies").principal.rawValue == "actor:iran-proxies")
    #expect(EntityID(rawValue: "actor:us-military").principal.rawValue == "actor:us")
    #expect(EntityID(rawValue: "place:us-military").principal.rawValue == "place:us-military")
  }

  @Test(arguments: [
    (Modality.planned, Aspect?.none, "aim planned,target"), (.asserted, .done, "value derived"),
    (.asserted, .begin, "aim target"), (.demanded, nil, "aim demanded,target"),
  ])
  func `a reduction to a number is a level once it is done and a target before`(
    modality: Modality, aspect: Aspect?, expected: String
  ) {
    let report = Making.report(
      .drawdown, day, modality: modality, aspect: aspect,
      [(.actor, "actor:us"), (.place, "place:iraq")],
      quantities: [Making.soldiers(2000, .less, .target)])
    #expect(claims(report).first == "actor:us troop-level place:iraq <2000 \(expected)")
  }

  @Test func `a reduction by a number is no level`() {
    let report = Making.report(
      .drawdown, day, aspect: .done, [(.actor, "actor:us"), (.place, "place:iraq")],
      quantities: [Making.soldiers(500, .equal, .change)])
    #expect(claims(report) == ["actor:us presence-policy place:iraq drawdown-done value "])
  }

  @Test(arguments: [
    (
      ReportKind.withdrawal, Modality.planned, Aspect?.none, Detail?.none,
      "leaving-planned value planned"
    ),
    (.withdrawal, .expected, nil, nil, "leaving-planned value expected"),
    (.withdrawal, .asserted, .begin, nil, "leaving value "),
    (.withdrawal, .asserted, nil, nil, "vacated value "),
    (.withdrawal, .demanded, nil, nil, "leaving-planned aim demanded"),
    (.handover, .asserted, .done, nil, "handed-over value "),
    (.deployment, .asserted, nil, .retain, "occupied value "),
  ])
  func `a base has a status by what is said to happen to it`(
    kind: ReportKind, modality: Modality, aspect: Aspect?, detail: Detail?, expected: String
  ) {
    let report = Making.report(
      kind, day, modality: modality, aspect: aspect, detail: detail,
      [(.origin, "base:b"), (.place, "base:b")])
    #expect(claims(report) == ["base:b base-status - \(expected)"])
  }

  @Test func `what is denied is listed and is not the value`() {
    let report = Making.report(
      .withdrawal, day, polarity: .negative, [(.origin, "base:b")])
    #expect(claims(report) == ["base:b base-status - leaving-planned aim denied"])
  }

  @Test func `of a report that names very many only the first are read`() {
    let places = (0..<5000).map { (Participant.Role.place, "place:p\($0)") }
    let actors = (0..<5000).map { (Participant.Role.actor, "actor:a\($0)") }
    let report = Making.report(
      .forceLevel, day, places + actors,
      quantities: (0..<5000).map { Making.soldiers(Double($0 + 1)) })
    let made = ReportedClaim.claims(of: report)
    #expect(made.count == 32 * 32)
    #expect(made.first?.scope?.rawValue == "place:p0")
  }

  @Test func `a mission to end by a day has a deadline`() throws {
    let report = Making.report(
      .mission, try Making.when("../2025-09", .by), modality: .planned, detail: .end,
      [(.mission, "mission:m")])
    #expect(
      claims(report) == [
        "mission:m mission-status - end-planned value planned",
        "mission:m mission-end - 2025-09-30 value planned",
      ])
  }

  @Test func `an agreement is filed under its document or its parties`() {
    let parties: [(Participant.Role, String)] = [(.actor, "actor:us"), (.actor, "actor:iraq")]
    #expect(
      claims(Making.report(.agreement, day, modality: .expected, parties))
        == ["actor:iraq agreement-status actor:us pending value expected"])
    #expect(
      claims(Making.report(.agreement, day, parties + [(.document, "document:d")]))
        == ["document:d agreement-status - reached value "])
  }

  @Test func `demands, territory, attacks and offices have their own keys`() {
    #expect(
      claims(
        Making.report(.demand, day, [(.actor, "actor:iraq"), (.addressee, "actor:us-military")]))
        == ["actor:iraq demand actor:us open value "])
    #expect(
      claims(
        Making.report(
          .control, day, detail: .loss, [(.target, "actor:isis"), (.place, "place:iraq")]))
        == ["actor:isis territorial-control place:iraq lost value "])
    #expect(
      claims(
        Making.report(
          .office, day, detail: .leave, [(.person, "person:p"), (.post, "post:minister")]))
        == ["person:p office post:minister left value "])
    let attacks = Quantity(
      min: 153, max: 153, comparator: .equal, unit: "attacks", measure: .count, of: nil,
      expression: "153")
    #expect(
      claims(
        Making.report(
          .attack, day, [(.actor, "actor:isis"), (.place, "place:iraq")], quantities: [attacks]))
        == ["actor:isis attack-count place:iraq =153 value "])
  }

  @Test func `every status that a rule gives stands in the table`() {
    for kind in ReportKind.allCases {
      for modality in Modality.allCases {
        for aspect in Aspect.allCases.map(Optional.some) + [nil] {
          for detail in Detail.allCases.map(Optional.some) + [nil] {
            let report = Making.report(
              kind, day, modality: modality, aspect: aspect, detail: detail,
              [
                (.actor, "actor:us"), (.origin, "base:b"), (.mission, "mission:m"),
                (.person, "person:p"), (.addressee, "actor:x"), (.place, "place:iraq"),
              ])
            for claim in ReportedClaim.claims(of: report) {
              guard case .status(let status) = claim.value else { continue }
              #expect(StateVariable.named(claim.attribute).statuses.contains(status), "\(status)")
            }
          }
        }
      }
    }
  }
}
