import TarikhLog
import TarikhModel
import Testing

/// The append table, in our own words: what is expected × what the stream has × what is sent.
@Suite struct `The rule of appending` {
  private let expectations: [ExpectedRevision] = [
    .any, .noStream, .streamExists, .exactly(0), .exactly(1), .exactly(2), .exactly(3),
  ]

  @Test func `stores new events exactly where they are expected`() {
    for last in [nil, Revision(0), 1, 2] {
      for expected in expectations {
        let answer = AppendRule.answer(expecting: expected, last: last, known: [nil, nil])
        let isAsExpected =
          switch expected {
          case .any: true
          case .noStream: last == nil
          case .streamExists: last != nil
          case .exactly(let revision): last == revision
          }
        let next = Revision(rawValue: last.map { $0.rawValue + 1 } ?? 0)
        #expect(
          answer == (isAsExpected ? .store(from: next) : .refuse), "\(expected) \(last as Any)")
      }
    }
  }

  /// Every batch of up to three events against every stream of up to four: the answer to a
  /// retry is that the events are there, if an earlier append with this expectation put them.
  @Test func `takes a batch for a retry only if all of it is where it would have been put`() {
    for length in UInt64(1)...4 {
      let places: [Revision?] = [nil] + (0..<length).map { Revision(rawValue: $0) }
      for first in places {
        for second in places {
          for third in places {
            check([first, second, third], length: length)
            check([first, second], length: length)
            check([first], length: length)
          }
        }
      }
    }
  }

  private func check(_ known: [Revision?], length: UInt64) {
    guard known.contains(where: { $0 != nil }) else { return }
    let last = Revision(rawValue: length - 1)
    for expected in expectations {
      let isConsecutive = zip(known, known.dropFirst()).allSatisfy { a, b in
        guard let a, let b else { return false }
        return a.rawValue + 1 == b.rawValue
      }
      let start = (known.first ?? nil).map { Int($0.rawValue) }
      let couldHave =
        switch expected {
        case .any: start != nil
        case .noStream: start == 0
        case .streamExists: start.map { $0 > 0 } ?? false
        case .exactly(let revision): start == Int(revision.rawValue) + 1
        }
      let answer = AppendRule.answer(expecting: expected, last: last, known: known)
      if isConsecutive, couldHave, let start, let end = known.last ?? nil {
        #expect(answer == .stored(Revision(rawValue: UInt64(start))...end), "\(expected) \(known)")
      } else {
        #expect(answer == .refuse, "\(expected) \(known)")
      }
    }
  }
}

@Suite struct `Retrying an append` {
  @Test(arguments: Backend.allCases)
  func `answers where the events are, also after others wrote`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await log.append(events("a"), to: "one")
      let first = try await log.append(
        events("b", "c"), texts: [], to: stream("one"), expecting: .exactly(0))
      try await log.append(events("x"), to: "one")
      let again = try await log.append(
        events("b", "c"), texts: [], to: stream("one"), expecting: .exactly(0))
      #expect(again.wasAlreadyStored)
      #expect(again.revisions == first.revisions)
      #expect(again.position == first.position)
      #expect(try log.head().position == 4)
    }
  }

  @Test(arguments: Backend.allCases)
  func `with a part that is new is refused`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await log.append(events("a", "b"), to: "one")
      for batch in [events("b", "new"), events("new", "a"), events("b", "a"), events("a", "new")] {
        await #expect(throws: AppendError.wrongExpectedRevision(.any, actual: 1)) {
          try await log.append(batch, to: "one")
        }
      }
      #expect(try log.head().position == 2)
    }
  }
}
