import TarikhLog
import TarikhModel
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Many at once` {
  @Test(arguments: Backend.allCases)
  func `64 appenders leave no gaps and every receipt is right`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let receipts = Gathered<(String, AppendReceipt)>()
      try await withThrowingTaskGroup { group in
        for writer in 0..<64 {
          group.addTask {
            for turn in 0..<10 {
              let name = "w\(writer)-\(turn)"
              let batch = (0...turn % 3).map { event("\(name)-\($0)") }
              let receipt = try await log.append(batch, to: "s\(writer % 7)")
              receipts.add((name, receipt))
            }
          }
        }
        try await group.waitForAll()
      }
      let head = try log.head().position.rawValue
      #expect(try log.all().map(\.position.rawValue) == Array(1...head))
      var covered = 0
      for (name, receipt) in receipts.all {
        let revisions = try #require(receipt.revisions)
        let count = Int(revisions.upperBound.rawValue - revisions.lowerBound.rawValue) + 1
        covered += count
        let found = try log.events(
          before: Position(rawValue: receipt.position.rawValue + 1), limit: count)
        #expect(found.reversed().map(\.id) == (0..<count).map { id("\(name)-\($0)") })
        #expect(found.first?.revision == revisions.upperBound)
      }
      #expect(covered == Int(head))
    }
  }

  @Test(arguments: Backend.allCases)
  func `two batches of 1000 events do not interleave`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let batches = ["a", "b"].map { name in (0..<1000).map { event("\(name)\($0)") } }
      async let first = log.append(batches[0], to: "a")
      async let second = log.append(batches[1], to: "b")
      let ends = try await [first.position.rawValue, second.position.rawValue]
      #expect(ends.sorted() == [1000, 2000])
      let streams = try log.all().map(\.stream.rawValue)
      #expect(Set(streams[..<1000]).count == 1 && Set(streams[1000...]).count == 1)
    }
  }

  @Test(arguments: Backend.allCases)
  func `readers never see a gap while ten writers append batches`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, _ in
      try await withThrowingTaskGroup { group in
        for reader in 0..<2 {
          group.addTask {
            var last: UInt64 = 0
            while last < 10 * 20 * 50 {
              let page = try log.events(after: Position(rawValue: last), limit: 100 + reader)
              for event in page {
                #expect(event.position.rawValue == last + 1)
                last = event.position.rawValue
              }
              await Task.yield()
            }
          }
        }
        for writer in 0..<10 {
          group.addTask {
            for turn in 0..<20 {
              try await log.append(
                (0..<50).map { event("\(writer) \(turn) \($0)") }, to: "w\(writer)")
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test(arguments: Backend.allCases)
  func `four writers on one stream keep their own order`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await withThrowingTaskGroup { group in
        for writer in 0..<4 {
          group.addTask {
            for turn in 0..<100 {
              try await log.append([event("\(writer) \(turn)", value: "\(writer)")], to: "s")
            }
          }
        }
        try await group.waitForAll()
      }
      let found = try log.events(in: stream("s"), from: 0, limit: .max)
      #expect(found.map(\.revision.rawValue) == Array(0..<400))
      for writer in 0..<4 {
        let own = found.filter { $0.payload == .fact(fact("\(writer)")) }.map(\.id)
        #expect(own == (0..<100).map { id("\(writer) \($0)") })
      }
    }
  }

  @Test(arguments: Backend.allCases)
  func `of two writers with one expectation one wins and the other learns where it stands`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, _ in
      try await log.append(events("first"), to: "s")
      for round in UInt64(0)..<50 {
        let expected = ExpectedRevision.exactly(Revision(rawValue: round))
        let outcomes = await withTaskGroup(of: AppendError?.self) { group in
          for writer in 0..<2 {
            group.addTask {
              do throws(AppendError) {
                try await log.append(
                  [event("\(round) \(writer)")], texts: [], to: stream("s"), expecting: expected)
                return nil
              } catch {
                return error
              }
            }
          }
          return await group.reduce(into: [AppendError?]()) { $0.append($1) }
        }
        let actual = Revision(rawValue: round + 1)
        #expect(Set(outcomes) == [nil, .wrongExpectedRevision(expected, actual: actual)])
      }
    }
  }

  @Test(arguments: Backend.allCases)
  func `a member that is refused does not fail its neighbours`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let failures = await withTaskGroup(of: Bool.self) { group in
        for writer in 0..<200 {
          group.addTask {
            let expected = writer % 4 == 0 ? ExpectedRevision.streamExists : .noStream
            let answer = try? await log.append(
              [event("e")], texts: [], to: stream("s\(writer)"), expecting: expected)
            return answer == nil
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      let head = try log.head()
      #expect(failures == 50)
      #expect(head.position == 150)
    }
  }

  @Test(arguments: Backend.allCases)
  func `a reader sees an append that was answered before it began`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, _ in
      for turn in 0..<50 {
        let receipt = try await log.append([event("\(turn)")], to: "s")
        #expect(try log.head().position == receipt.position)
        #expect(try log.event(at: receipt.position)?.id == id("\(turn)"))
      }
    }
  }
}
