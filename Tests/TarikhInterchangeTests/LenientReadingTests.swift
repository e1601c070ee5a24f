import EDTF
import Foundation
import TarikhInterchange
import TarikhModel
import Testing

@Suite struct `Events written by hand` {
  @Test func `need no more than a kind`() throws {
    let event = try read(#"{"report":{"kind":"statement"}}"#)
    guard case .reported(let report) = event.payload else {
      Issue.record("not a report")
      return
    }
    #expect(report.when == nil)
    #expect(report.modality == .asserted)
    #expect(report.extractor.name == "desk")
  }

  @Test func `are known by their content where they have no id`() throws {
    let line = #"{"report":{"kind":"statement"}}"#
    #expect(try read(line).id == read(line).id)
    #expect(try read(line).id != read(#"{"report":{"kind":"attack"}}"#).id)
    let named = #"{"id":"000000000000000000000000000000ff","report":{"kind":"attack"}}"#
    #expect(try read(named).id == EventID(high: 0, low: 255))
  }

  @Test func `may be facts, set or cleared`() throws {
    let set = try read(
      #"{"fact":{"subject":"actor:us","attribute":"cost","value":"12","from":"2025-01-01"}}"#)
    guard case .fact(let fact) = set.payload else {
      Issue.record("not a fact")
      return
    }
    #expect(fact.value == "12")
    #expect(fact.to == nil)
  }

  @Test(
    arguments: [
      (#"{"report":{}}"#, "report.kind"),
      (#"{"report":{"kind":"gossip"}}"#, "gossip"),
      (#"{"report":{"kind":"attack","when":{"edtf":"2019-02-29"}}}"#, "when.edtf"),
      (#"{"report":{"kind":"attack","quantities":[{"min":1}]}}"#, "quantities[0].unit"),
      (#"{"report":{"kind":"attack","quantities":[{"min":5,"max":1,"unit":"killed"}]}}"#, "max"),
      (#"{"report":{"kind":"attack","modality":"sure"}}"#, "modality"),
      (#"{"report":{"kind":"attack","evidence":{"quote":"a","start":5,"end":1}}}"#, "evidence"),
      (#"{"type":"retracted","target":"nowhere","reason":"r","by":"b"}"#, "target"),
      (#"{"type":"retracted","target":"a@1","by":"b"}"#, "reason"),
      (#"{"type":"rumour"}"#, "rumour"), (#"{}"#, "type"), ("", "JSON"), ("[1,2", "JSON"),
      (
        #"{"fact":{"subject":"a","attribute":"b","from":"2025-02-01","to":"2025-01-01"}}"#,
        "fact.to"
      ),
      (#"{"id":"xyz","report":{"kind":"attack"}}"#, "id"),
    ])
  func `get an error that names the key`(line: String, words: String) throws {
    let error = #expect(throws: InterchangeError.self) { try read(line) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  private func read(_ line: String) throws -> NewEvent {
    try JSONLine.decode(NewEventJSON.self, from: Data(line.utf8)).event()
  }
}
