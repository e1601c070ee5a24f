import EDTF
import TarikhModel
import Testing

struct EventRecordTests {
  @Test(arguments: RecordVersion.allCases)
  func `every type of event is read as it was written`(version: RecordVersion) throws {
    for (place, payload) in try Samples.payloads().enumerated() {
      let record = try Samples.record(payload, place: place, version: version)
      let event = try decode(record.bytes)
      #expect(event.payload == payload)
      #expect(event.position == Position(rawValue: UInt64(place) + 1))
      #expect(event.revision == Revision(rawValue: UInt64(place)))
      #expect(event.stream == Samples.stream)
      #expect(event.id == EventID(content: payload))
      #expect(event.hash == record.hash)
      try EventRecordView(record.bytes.span.bytes).verifyHashes()
    }
  }

  @Test func `the same event at the same place is the same bytes`() throws {
    #expect(try Samples.records() == Samples.records())
  }

  @Test func `a body made before its place is known gives the same record`() throws {
    let payload = EventPayload.reported(try Samples.fullReport())
    let body = try EventBody(encoding: payload)
    let early = EventRecord.encode(
      body, id: EventID(content: payload), position: Position(rawValue: 1),
      stream: Samples.stream, revision: .zero,
      recorded: RecordedTime(rawValue: 1_795_421_468_123_456))
    #expect(early == (try Samples.record(payload)))
    #expect(body.hash == Digest.sha256(of: body.bytes))
    #expect(body.kind == .drawdown)
  }

  @Test func `the leaf covers envelope and body hash`() throws {
    let record = try Samples.record(.reported(Samples.bareReport))
    let view = try EventRecordView(record.bytes.span.bytes)
    let envelope = try view.envelope()
    let hash = view.bodyHash
    #expect(envelope.leafHash(bodyHash: hash) == record.hash)
    let changes: [(inout EventEnvelope) throws -> Void] = [
      { $0.position = .zero }, { $0.revision = Revision(rawValue: 9) },
      { $0.recorded = RecordedTime(rawValue: 0) }, { $0.id = EventID(high: 0, low: 0) },
      { $0.type = .fact }, { $0.stream = try StreamName("desk/x") },
    ]
    var seen = [record.hash, envelope.leafHash(bodyHash: Digest.sha256(of: "other"))]
    for change in changes {
      var changed = envelope
      try change(&changed)
      seen.append(changed.leafHash(bodyHash: hash))
    }
    #expect(Set(seen).count == changes.count + 2)
  }

  @Test func `values at the edges survive`() throws {
    var report = Samples.bareReport
    report.evidence = Evidence(
      quote: "", range: TextRange(start: 0, end: .max), trigger: nil)
    report.quantities = [
      Quantity(
        min: -0.0, max: .infinity, comparator: .atLeast, unit: "", measure: .count,
        of: EntityID(rawValue: ""), expression: "\0")
    ]
    let recorded = try EventRecord.encode(
      NewEvent(id: EventID(high: .max, low: 0), payload: .reported(report)),
      position: Position(rawValue: .max), stream: StreamName(String(repeating: "x", count: 400)),
      revision: Revision(rawValue: .max), recorded: RecordedTime(rawValue: .min))
    let event = try decode(recorded.bytes)
    #expect(event.payload == .reported(report))
    #expect(event.recorded.rawValue == .min)
    #expect(event.position.rawValue == .max)
    #expect(event.id == EventID(high: .max, low: 0))
  }

  @Test func `what no reader could make sense of is not written`() throws {
    let evidence = { (start: Int, end: Int) in
      Evidence(quote: "", range: TextRange(start: start, end: end), trigger: nil)
    }
    let figure = Quantity(
      min: .nan, max: nil, comparator: .about, unit: "", measure: .count, of: nil, expression: "")
    var (backwards, negative, noNumber) = (
      Samples.bareReport, Samples.bareReport, Samples.bareReport
    )
    backwards.evidence = evidence(2, 1)
    negative.evidence = evidence(-1, 1)
    noNumber.quantities = [figure]
    var article = try Samples.article()
    article.length = -1
    let fact = Fact(
      subject: EntityID(rawValue: "a"), attribute: "b", value: nil, from: Day(rawValue: .min),
      to: Day(rawValue: .max))
    let flawed: [(EventPayload, RecordField)] = [
      (.reported(backwards), .evidence), (.reported(negative), .evidence),
      (.corrected(target: Samples.address(1), report: noNumber, note: Samples.note), .quantity),
      (.articleReceived(article), .length), (.fact(fact), .bound),
    ]
    for (payload, field) in flawed {
      #expect(throws: RecordError.malformed(field)) { try EventBody(encoding: payload) }
    }
  }

  @Test func `text keeps its bytes, composed or not`() throws {
    var report = Samples.bareReport
    for text in ["e\u{301}", "\u{E9}", "أ", "ا\u{654}", "👩‍🚒", "\u{202B}قوس\u{202C}"] {
      report.extractor.version = text
      guard
        case .reported(let read) = try decode(
          Samples.record(.reported(report)).bytes
        ).payload
      else { return #expect(Bool(false), "another payload") }
      #expect(Array(read.extractor.version.utf8) == Array(text.utf8))
    }
  }

  @Test func `a relative date too deep to be read back is not written`() throws {
    var report = try Samples.fullReport()
    func nested(_ depth: Int) -> RelativeDate {
      (1..<depth).reduce(.day(offset: 0)) { date, _ in .approximately(date) }
    }
    report.when?.relative = nested(EventRecord.relativeDateDepth)
    #expect(
      try decode(Samples.record(.reported(report)).bytes).payload == .reported(report))
    report.when?.relative = nested(EventRecord.relativeDateDepth + 1)
    let tooDeep = EventPayload.reported(report)
    #expect(throws: RecordError.tooDeep) { try EventBody(encoding: tooDeep) }
  }
}
