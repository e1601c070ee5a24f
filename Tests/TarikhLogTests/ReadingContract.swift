import TarikhLog
import TarikhModel
import Testing

@Suite struct `Reading` {
  /// Three streams, nine events: a0 b0 a1 c0 a2 b1 a3 a4 b2.
  private func fill(_ log: any EventLog) async throws {
    for (name, count) in [("a", 1), ("b", 1), ("a", 1), ("c", 1), ("a", 1), ("b", 1), ("a", 2)] {
      let start = try log.lastRevision(of: stream(name)).map { $0.rawValue + 1 } ?? 0
      let batch = (0..<UInt64(count)).map { event("\(name)\(start + $0)") }
      try await log.append(batch, to: name)
    }
    try await log.append(events("b2"), to: "b")
  }

  private let order = ["a0", "b0", "a1", "c0", "a2", "b1", "a3", "a4", "b2"]

  @Test(arguments: Backend.allCases)
  func `by position gives every slice, forwards and backwards`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await fill(log)
      for limit in [1, 2, 3, 8, 9, 10, .max] {
        for after in UInt64(0)...11 {
          let expected = order.dropFirst(Int(after)).prefix(limit).map { id($0) }
          let found = try log.events(after: Position(rawValue: after), limit: limit)
          #expect(found.map(\.id) == expected)
        }
        for before in UInt64(0)...11 {
          let expected = order.prefix(max(Int(before) - 1, 0)).reversed().prefix(limit)
          let found = try log.events(before: Position(rawValue: before), limit: limit)
          #expect(found.map(\.id) == expected.map { id($0) }, "before \(before)")
        }
        let newest = try log.events(before: nil, limit: limit)
        #expect(newest.map(\.id) == order.reversed().prefix(limit).map { id($0) })
      }
      let last = Position(rawValue: .max)
      #expect(try log.events(after: last, limit: 1) == [])
      #expect(try log.events(before: last, limit: 1).map(\.position) == [9])
    }
  }

  @Test(arguments: Backend.allCases)
  func `by stream gives every slice, forwards and backwards`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await fill(log)
      for name in ["a", "b", "c"] {
        let own = order.filter { $0.hasPrefix(name) }
        for limit in [1, 2, 5, 6, .max] {
          for from in UInt64(0)...6 {
            let found = try log.events(
              in: stream(name), from: Revision(rawValue: from), limit: limit)
            #expect(found.map(\.id) == own.dropFirst(Int(from)).prefix(limit).map { id($0) })
            let earlier = try log.events(
              in: stream(name), before: Revision(rawValue: from), limit: limit)
            let expected = own.prefix(Int(from)).reversed().prefix(limit)
            #expect(earlier.map(\.id) == expected.map { id($0) })
          }
          let newest = try log.events(in: stream(name), before: nil, limit: limit)
          #expect(newest.map(\.id) == own.reversed().prefix(limit).map { id($0) })
        }
        #expect(try log.lastRevision(of: stream(name)) == Revision(rawValue: UInt64(own.count - 1)))
      }
    }
  }

  @Test(arguments: Backend.allCases)
  func `by address gives the event, and nothing where there is none`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, _ in
      try await fill(log)
      for event in try log.all() {
        #expect(try log.event(at: event.address) == event)
        #expect(try log.event(at: event.position) == event)
      }
      for missing in [address("a", 5), address("a", .max), address("none", 0)] {
        #expect(try log.event(at: missing) == nil)
      }
      for missing in [Position(0), 10, Position(rawValue: .max)] {
        #expect(try log.event(at: missing) == nil)
      }
    }
  }

  @Test(arguments: Backend.allCases)
  func `tells a missing stream from one that has no more`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await fill(log)
      #expect(try log.lastRevision(of: stream("none")) == nil)
      #expect(try log.lastRevision(of: stream("c")) == 0)
      #expect(try log.events(in: stream("none"), from: 0, limit: 9) == [])
      #expect(try log.events(in: stream("none"), before: nil, limit: 9) == [])
      #expect(try log.events(in: stream("c"), from: 1, limit: 9) == [])
    }
  }

  @Test(arguments: Backend.allCases)
  func `lists streams in byte order, page by page`(_ backend: Backend) async throws {
    let names = ["b", "a", "aa", "é", "e\u{301}", "ا", "z", "a/1", "a/10", "a/2"]
    let sorted = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    try await backend.withLog { log, _ in
      for name in names { try await log.append(events("x", "y"), to: name) }
      try await log.append(events("z"), to: "b")
      for limit in [1, 3, names.count, 99] {
        var found: [StreamHead] = []
        while true {
          let page = try log.streams(after: found.last?.name, limit: limit)
          guard !page.isEmpty else { break }
          #expect(page.count <= limit)
          found += page
        }
        #expect(found.map { Array($0.name.rawValue.utf8) } == sorted.map { Array($0.utf8) })
        #expect(found.first { $0.name == stream("b") }?.last == 2)
      }
      // A name that is not there is a place between names all the same.
      #expect(try log.streams(after: stream("a/11"), limit: 1).map(\.name) == [stream("a/2")])
    }
  }

  @Test(arguments: Backend.allCases)
  func `by recorded time finds the last position at or before an instant`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, clock in
      #expect(try log.position(at: RecordedTime(rawValue: 5)) == .zero)
      let times: [Int64] = [10, 10, 12, 12, 12, 20, 30, 30]
      for (index, time) in times.enumerated() {
        clock.set(RecordedTime(rawValue: time - 1))
        try await log.append(events("e\(index)"), to: "s")
      }
      for instant in Int64(5)...35 {
        let expected = times.lastIndex { $0 <= instant }.map { UInt64($0) + 1 } ?? 0
        let found = try log.position(at: RecordedTime(rawValue: instant))
        #expect(found.rawValue == expected, "at \(instant)")
      }
      #expect(try log.position(at: RecordedTime(rawValue: .min)) == .zero)
      #expect(try log.position(at: RecordedTime(rawValue: .max)) == 8)
    }
  }

  @Test(arguments: Backend.allCases)
  func `an empty log finds nothing`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let head = try log.head()
      #expect(head == LogHead(position: .zero, recorded: nil, root: MerkleHash.emptyRoot))
      #expect(try log.all() == [])
      #expect(try log.events(before: nil, limit: 1) == [])
      #expect(try log.event(at: 1) == nil)
      #expect(try log.event(at: address("a", 0)) == nil)
      #expect(try log.streams(after: nil, limit: 1) == [])
    }
  }

  @Test func `no events at all cannot be asked for`() async {
    await #expect(processExitsWith: .failure) {
      _ = try MemoryEventLog(now: TestClock().now).events(after: .zero, limit: 0)
    }
    await #expect(processExitsWith: .failure) {
      try await Backend.lmdb.withLog { log, _ in _ = try log.events(before: nil, limit: -1) }
    }
  }

  @Test(arguments: Backend.allCases)
  func `of a long stream gives every slice, wherever its index is cut`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, _ in
      // Grows by batches of all sizes, with other events in between.
      var count = 0
      for size in [1, 126, 1, 1, 127, 128, 3, 200] {
        try await log.append((count..<count + size).map { event("long \($0)") }, to: "long")
        try await log.append(events("other \(size) \(count)"), to: "long 2")
        count += size
      }
      let all = (0..<count).map { id("long \($0)") }
      let long = stream("long")
      for edge in [0, 1, 127, 128, 129, 255, 256, 257, 384, 386, 387, 586, 587, 588] {
        for limit in [1, 2, 128, 129, 300, .max] {
          let after = try log.events(
            in: long, from: Revision(rawValue: UInt64(edge)), limit: limit)
          #expect(after.map(\.id) == Array(all.dropFirst(edge).prefix(limit)))
          let before = try log.events(
            in: long, before: Revision(rawValue: UInt64(edge)), limit: limit)
          #expect(before.map(\.id) == Array(all.prefix(edge).reversed().prefix(limit)))
        }
        let one = try log.event(at: address("long", UInt64(edge)))
        #expect(one?.id == (edge < count ? all[edge] : nil))
      }
      #expect(try log.streams(after: nil, limit: 9).map(\.last) == [586, 7])
      let known = try await log.append(
        [event("long 130"), event("long 131")], texts: [], to: long, expecting: .exactly(129))
      #expect(known.revisions == 130...131 && known.wasAlreadyStored)
    }
  }
}
