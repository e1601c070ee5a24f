import EDTF
import Foundation
import TarikhInterchange
import TarikhModel
import Testing

@Suite struct `A line of an export` {
  @Test func `gives back the event, whatever its type`() throws {
    for payload in try Payloads.all() {
      let event = try event(payload)
      let line = try JSONLine.encode(EventJSON(event))
      #expect(!line.contains(UInt8(ascii: "\n")))
      #expect(try JSONLine.decode(EventJSON.self, from: line).event() == event)
    }
  }

  @Test func `is the same bytes each time it is written`() throws {
    let event = try event(.reported(try Payloads.report()))
    let lines = try (0..<20).map { _ in try JSONLine.encode(EventJSON(event)) }
    #expect(Set(lines).count == 1)
  }

  @Test func `keeps a relative date of any form`() throws {
    for date in try Payloads.relativeDates() {
      let line = try JSONLine.encode(RelativeDateJSON(date))
      #expect(try JSONLine.decode(RelativeDateJSON.self, from: line).value() == date)
    }
  }

  @Test func `says null for a missing side, and infinity for an open one`() throws {
    for (text, earliest, latest) in [
      ("1985/", "\"1985-01-01\"", "null"), ("../1985", "\"-infinity\"", "\"1985-12-31\""),
      ("1985/..", "\"1985-01-01\"", "\"infinity\""),
    ] {
      let when = When(
        edtf: try EDTFExpression(parsing: text), expression: nil, relation: .on,
        certainty: .exact, dependsOnPublication: false, relative: nil)
      let line = String(decoding: try JSONLine.encode(WhenJSON(when)), as: UTF8.self)
      #expect(line.contains("\"earliest\":\(earliest)"), "\(line)")
      #expect(line.contains("\"latest\":\(latest)"), "\(line)")
    }
  }

  private func event(_ payload: EventPayload) throws -> Event {
    Event(
      position: Position(rawValue: 17), stream: try StreamName("article/ab12"),
      revision: Revision(rawValue: 4), recorded: RecordedTime(rawValue: 1_763_885_468_123_456),
      id: EventID(high: 0xAB, low: 0xCD), hash: Digest.sha256(of: "leaf"), payload: payload)
  }
}
