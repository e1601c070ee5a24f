import EDTF
import Foundation
import TarikhInterchange
import TarikhModel
import Testing

/// The shapes that other programs rely on, byte for byte: a change here breaks them.
@Suite struct `The JSON shapes` {
  @Test func `of a report`() throws {
    let report = ReportJSON(try Payloads.report())
    #expect(
      try text(report) == """
        {"aspect":"begin","attribution":{"anonymous":true,"channel":"written-statement",\
        "quoted":true,"role":"مصادر أمنية","speaker":"source:security-sources","verb":"أشار",\
        "via":["outlet:reuters"]},"detail":"retain","evidence":{"end":131,\
        "quote":"سطر\\nثان\\t\u{202B}","start":120,"trigger":[121,124]},"extractor":{"name":"tarikh",\
        "version":"1"},"kind":"withdrawal","modality":"planned","participants":[{"entity":\
        "actor:us-military","role":"actor","text":"القوات «الأميركية»"}],"polarity":"negative",\
        "quantities":[{"comparator":"<","expression":"أقل من 2000 جندي","max":2000,\
        "measure":"target","min":null,"of":"actor:us","unit":"soldiers"},{"comparator":"~",\
        "expression":"","max":1e+300,"measure":"change","min":0.1,"of":null,"unit":"percent"}],\
        "saidIn":"0000000000000001ffffffffffffffff","when":{"certainty":"approximate",\
        "dependsOnPublication":true,"earliest":"2025-08-21","edtf":"2025-08-21~/2025-08-31~",\
        "expression":"نهاية أغسطس","latest":"2025-08-31","relation":"by","relative":{"span":{\
        "from":{"part":{"date":{"monthOfYear":{"direction":"last","month":8}},"name":"late"}},\
        "to":{"day":{"offset":-1}}}}}}
        """)
  }

  @Test func `of an undated report in the article's own voice`() throws {
    let event = try JSONLine.decode(
      NewEventJSON.self, from: Data(#"{"report":{"kind":"attack"}}"#.utf8)
    ).event()
    guard case .reported(let report) = event.payload else { return }
    #expect(
      try text(ReportJSON(report)) == """
        {"attribution":null,"evidence":null,"extractor":{"name":"desk","version":"1"},\
        "kind":"attack","modality":"asserted","participants":[],"polarity":"positive",\
        "quantities":[],"when":null}
        """)
  }

  @Test func `of the events that edit`() throws {
    let payload = EventPayload.retracted(
      target: EventAddress(stream: try StreamName("article/ab12"), revision: Revision(rawValue: 3)),
      note: EditorialNote(reason: "withdrawn", by: "desk"))
    let event = Event(
      position: Position(rawValue: 17), stream: try StreamName("desk/main"),
      revision: .zero, recorded: RecordedTime(rawValue: 0), id: EventID(high: 0, low: 1),
      hash: Digest(words: (0, 0, 0, 0)), payload: payload)
    let zeros = String(repeating: "0", count: 64)
    #expect(
      try text(EventJSON(event)) == """
        {"address":"desk/main@0","by":"desk","hash":"sha256:\(zeros)",\
        "id":"00000000000000000000000000000001","position":17,"reason":"withdrawn",\
        "recorded":"1970-01-01T00:00:00.000000Z","revision":0,"stream":"desk/main",\
        "target":"article/ab12@3","type":"retracted"}
        """)
  }

  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONLine.encode(value), as: UTF8.self)
  }
}
