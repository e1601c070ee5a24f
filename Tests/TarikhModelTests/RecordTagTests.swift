import EDTF
import TarikhModel
import Testing

/// The bytes that stand for choices, as released: a list may grow at its end, and never change.
struct RecordTagTests {
  @Test func `event types keep their bytes`() throws {
    let hash = Digest.sha256(of: "")
    let tags = try EventType.allCases.map { type in
      Tag(type.rawValue, try Samples.record(.erased(type: type, bodyHash: hash)).bytes[3])
    }
    let names = [
      "article.received", "reported", "corrected", "retracted", "article.redated", "redacted",
      "fact",
    ]
    #expect(Set(tags) == released(names))
  }

  @Test func `ways to know a date of publication keep their bytes`() throws {
    let tags = try Publication.Basis.allCases.map { basis in
      var article = try Samples.article()
      article.publication.basis = basis
      return Tag(basis.rawValue, try EventBody(encoding: .articleReceived(article)).bytes[0])
    }
    #expect(Set(tags) == released(["given", "metadata", "dateline", "inferred", "unknown"]))
  }

  @Test func `report kinds keep their bytes, in the header and in the body`() throws {
    let names = released([
      "statement", "announcement", "demand", "reaction", "decision", "agreement", "meeting",
      "office", "withdrawal", "drawdown", "deployment", "handover", "mission", "force-level",
      "attack", "operation", "casualty", "control",
    ])
    #expect(try tags(at: .fixed(0)) { $0.kind = $1 as ReportKind } == names)
    #expect(try tags(at: .header(4)) { $0.kind = $1 as ReportKind } == names)
  }

  @Test func `modalities, polarities, aspects and details keep their bytes`() throws {
    let modalities = [
      "asserted", "planned", "expected", "demanded", "possible", "conditional", "denied",
    ]
    let details = [
      "start", "transform", "extend", "end", "continue", "gain", "hold", "loss", "send",
      "reinforce", "redeploy", "retain", "killed", "wounded", "captured", "displaced", "enter",
      "leave", "win", "lose", "welcome", "support", "concern", "rejection", "condemnation",
      "accusation", "threat",
    ]
    #expect(try tags(at: .fixed(1)) { $0.modality = $1 as Modality } == released(modalities))
    #expect(
      try tags(at: .fixed(2)) { $0.polarity = $1 as Polarity }
        == released(["positive", "negative"]))
    #expect(
      try tags(at: .fixed(3)) { $0.aspect = $1 as Aspect }
        == released(["begin", "ongoing", "end", "done"]))
    #expect(try tags(at: .fixed(4)) { $0.detail = $1 as Detail } == released(details))
  }

  @Test func `relations, certainties and channels keep their bytes`() throws {
    let relations = ["on", "during", "by", "since", "until", "before", "after", "near"]
    let channels = [
      "press-conference", "written-statement", "joint-statement", "interview", "social-media",
      "meeting", "media-briefing",
    ]
    #expect(
      try tags(at: .fixed(5)) { $0.when?.relation = $1 as When.Relation } == released(relations))
    #expect(
      try tags(at: .fixed(6)) { $0.when?.certainty = $1 as When.Certainty }
        == released(["exact", "approximate", "inferred", "unknown"]))
    #expect(
      try tags(at: .fixed(7)) { $0.attribution?.channel = $1 as Attribution.Channel }
        == released(channels))
  }

  @Test func `roles, comparators and measures keep their bytes`() throws {
    let roles = [
      "actor", "addressee", "document", "topic", "stance", "target", "counterparty", "host",
      "person", "post", "by", "place", "origin", "destination", "recipient", "object", "mission",
      "into", "weapon", "victim", "from", "partner",
    ]
    #expect(
      try tags(at: .list(slot: 10, 8)) { $0.participants[0].role = $1 as Participant.Role }
        == released(roles))
    #expect(
      try tags(at: .list(slot: 11, 8)) { $0.quantities[0].comparator = $1 as Quantity.Comparator }
        == released(["=", "<", ">", "≤", "≥", "~"]))
    #expect(
      try tags(at: .list(slot: 11, 9)) { $0.quantities[0].measure = $1 as Quantity.Measure }
        == released(["stock", "change", "target", "count"]))
  }

  @Test func `choices of relative dates keep their bytes`() throws {
    let parts = [
      "start", "early", "middle", "late", "end", "firstHalf", "secondHalf", "firstQuarter",
      "secondQuarter", "thirdQuarter", "fourthQuarter", "spring", "summer", "autumn", "winter",
    ]
    let choice = Place.list(slot: 2, 1)
    #expect(
      try tags(at: choice) { $0.when?.relative = .ago($1, count: 1) }
        == released(["day", "week", "month", "year", "decade", "century"]))
    #expect(
      try tags(at: choice) { $0.when?.relative = .period($1, offset: 1) }
        == released(["quarter", "half", "year", "decade", "century"]))
    #expect(
      try tags(at: choice) { $0.when?.relative = .part($1, of: .day(offset: 1)) }
        == released(parts))
    #expect(
      try tags(at: choice) { $0.when?.relative = .weekday(1, $1) }
        == released(["latest", "last", "coming", "next", "nearest"]))
  }

  @Test func `forms of relative dates keep their bytes`() throws {
    let day = RelativeDate.day(offset: 0)
    let forms: [RelativeDate] = [
      day, .week(offset: 0), .month(offset: 0), .period(.year, offset: 0), .weekday(1, .last),
      .monthOfYear(1, .last), .dayOfYear(month: 1, day: 1, .last),
      .monthIn(yearOffset: 0, month: 1), .dayOf(day, day: 1),
      .weekdayOf(day, weekday: 1, nth: 1), .part(.early, of: day), .span(from: nil, to: day),
      .running(.day, count: 1), .ago(.day, count: 1), .approximately(day),
      .fixed(try Samples.edtf("2024")),
    ]
    let tags = try forms.map { form in
      var report = try Samples.fullReport()
      report.when?.relative = form
      return try byte(.list(slot: 2, 0), of: report)
    }
    #expect(tags == Array(1...16))
  }

  // MARK: - Where to look

  private struct Tag: Hashable {
    var name: String
    var byte: UInt8

    init(_ name: String, _ byte: UInt8) {
      self.name = name
      self.byte = byte
    }
  }

  private enum Place {
    case header(Int)
    case fixed(Int)
    /// So many bytes into the contents of a slot.
    case list(slot: Int, Int)
  }

  private func released(_ names: [String]) -> Set<Tag> {
    Set(zip(names, 1...).map { Tag($0, $1) })
  }

  /// The byte that each case of a choice leaves at a place of the record.
  private func tags<Choice: CaseIterable & RawRepresentable<String>>(
    at place: Place, _ change: (inout Report, Choice) -> Void
  ) throws -> Set<Tag> {
    Set(
      try Choice.allCases.map { choice in
        var report = try Samples.fullReport()
        change(&report, choice)
        return Tag(choice.rawValue, try byte(place, of: report))
      })
  }

  private func byte(_ place: Place, of report: Report) throws -> UInt8 {
    let record = try Samples.record(.reported(report)).bytes
    let body = try EventBody(encoding: .reported(report), version: .v1).bytes
    switch place {
    case .header(let offset): return record[offset]
    case .fixed(let offset): return body[offset]
    case .list(let slot, let offset):
      let entry = 80 + 8 * slot
      let start = (0..<4).reduce(0) { $0 | Int(body[entry + $1]) << (8 * $1) }
      return body[start + offset]
    }
  }
}
