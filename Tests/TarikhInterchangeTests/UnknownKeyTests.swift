import Foundation
import TarikhInterchange
import TarikhModel
import TestSupport
import Testing

@Suite struct `A key that nobody reads` {
  @Test(
    arguments: [
      (#"{"report":{"kind":"attack"},"publised":1}"#, "publised", "report"),
      (#"{"report":{"knd":"attack"}}"#, "report.knd", "kind"),
      (
        #"{"report":{"kind":"attack","when":{"edtf":"2025","latset":null}}}"#, "when.latset",
        "latest"
      ),
      (
        #"{"report":{"kind":"attack","when":{"edtf":"2025","relative":{"day":{"ofset":-1}}}}}"#,
        "when.relative.day.ofset", "offset"
      ),
      (
        #"{"report":{"when":{"relative":{"span":{"from":{"week":{"offset":1,"x":2}}}}}}}"#,
        "relative.span.from.week.x", "offset"
      ),
      (
        #"{"report":{"kind":"attack","quantities":[{"min":1,"unit":"a"},{"unit":"b","mn":2}]}}"#,
        "report.quantities[1].mn", "min"
      ),
      (
        #"{"report":{"kind":"attack","evidence":{"quote":"}{\"x\":","start":0,"end":1,"e":[]}}}"#,
        "evidence.e", "start"
      ),
      (
        #"{"fact":{"subject":"a","attribute":"b","from":"2025-01-01","until":null}}"#, "fact.until",
        "to"
      ),
      ("{\"rep\\u006frt\":{\"kind\":\"attack\"},\"r\\u0065asn\":1}", "reasn", "reason"),
    ])
  func `is named, with the ones that may stand there`(line: String, path: String, known: String) {
    let error = #expect(throws: InterchangeError.self) {
      try NewEventJSON.event(in: Data(line.utf8))
    }
    guard case .unknownKey(let found, let names)? = error else {
      Issue.record("\(error.map { "\($0)" } ?? "nothing thrown")")
      return
    }
    #expect(found.hasSuffix(path))
    #expect(names.contains(known))
  }

  @Test func `is not among those that any event is written with`() throws {
    for payload in try Payloads.all() {
      let event = Event(
        position: Position(rawValue: 1), stream: .desk, revision: .zero,
        recorded: RecordedTime(rawValue: 0), id: EventID(high: 1, low: 2),
        hash: .sha256(of: ""), payload: payload)
      let line = try JSONLine.encode(EventJSON(event, text: "نص"))
      #expect(throws: Never.self) { try EventJSON.read(line) }
    }
  }

  @Test func `is looked for in any bytes without a trap`() {
    var random = SplitMix64(seed: .random(in: 0 ... .max))
    let seed = random
    let pieces = ["{", "}", "[", "]", "\"", "\\", ",", ":", "report", "kind", "1", "\u{0}", "ن"]
    for _ in 0..<5000 {
      let count = Int.random(in: 0...30, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(throws: InterchangeError.self, "\(seed): \(text)") {
        try NewEventJSON.event(in: Data(text.utf8))
      }
    }
  }
}
