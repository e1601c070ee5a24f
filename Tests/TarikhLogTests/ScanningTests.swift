import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

@Suite struct `Scanning` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `gives the records where they lie, piece by piece`() async throws {
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    try await log.append((0..<25).map { event("\($0)") }, to: "s")
    let events = try log.all()
    for limit in [1, 7, 25, 100] {
      var found: [Event] = []
      var position = Position.zero
      while true {
        let next = try log.scan(after: position, limit: limit) { found.append(try $0.event()) }
        guard next != position else { break }
        position = next
      }
      #expect(found == events)
      #expect(position == 25)
    }
  }

  @Test func `ends with what its body throws`() async throws {
    let log = try LMDBEventLog.open(at: folder.url, options: .test())
    try await log.append(events("a", "b", "c"), to: "s")
    var seen = 0
    #expect(throws: CancellationError.self) {
      _ = try log.scan(after: .zero, limit: 9) { _ in
        seen += 1
        if seen == 2 { throw CancellationError() }
      }
    }
    #expect(seen == 2)
  }
}
