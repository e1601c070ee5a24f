import TarikhLog
import TarikhModel
import Testing

@Suite struct `Appending` {
  @Test(arguments: Backend.allCases)
  func `gives positions and revisions without gaps`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let first = try await log.append(events("a", "b"), to: "one")
      #expect(first.revisions == 0...1)
      #expect(first.position == 2)
      #expect(!first.wasAlreadyStored)
      let second = try await log.append(events("a"), to: "two")
      #expect(second.revisions == 0...0)
      let third = try await log.append(events("c"), to: "one")
      #expect(third.revisions == 2...2)
      #expect(third.position == 4)
      #expect(try log.all().map(\.position) == [1, 2, 3, 4])
      #expect(try log.all().map(\.id) == [id("a"), id("b"), id("a"), id("c")])
      #expect(try log.head().position == 4)
    }
  }

  @Test(arguments: Backend.allCases)
  func `stores what was given, with the hash of its record`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let new = event("a", value: "قيمة")
      try await log.append([new], to: "one")
      let stored = try #require(try log.event(at: 1))
      #expect(stored.payload == new.payload)
      #expect(stored.stream == stream("one"))
      let record = try EventRecord.encode(
        new, position: 1, stream: stream("one"), revision: 0, recorded: stored.recorded)
      #expect(stored.hash == record.hash)
      var tree = MerkleFrontier()
      tree.append(stored.hash)
      #expect(try log.head().root == tree.root)
    }
  }

  @Test(arguments: Backend.allCases)
  func `of nothing stores nothing and makes no stream`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      for expected in [ExpectedRevision.any, .noStream] {
        let receipt = try await log.append(
          [], texts: [text("unused")], to: stream("one"), expecting: expected)
        #expect(receipt == AppendReceipt(revisions: nil, position: 0, wasAlreadyStored: false))
      }
      await #expect(throws: AppendError.wrongExpectedRevision(.streamExists, actual: nil)) {
        try await log.append([], texts: [], to: stream("one"), expecting: .streamExists)
      }
      #expect(try log.lastRevision(of: stream("one")) == nil)
      #expect(try log.streams(after: nil, limit: 10) == [])
      #expect(try log.text(for: .sha256(of: "unused")) == nil)
    }
  }

  @Test(arguments: Backend.allCases)
  func `records all events of a batch at one time, which never decreases`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, clock in
      clock.set(RecordedTime(rawValue: 999))
      try await log.append(events("a", "b"), to: "one")
      clock.set(RecordedTime(rawValue: 99))
      try await log.append(events("c"), to: "one")
      clock.set(RecordedTime(rawValue: 1999))
      try await log.append(events("d"), to: "one")
      #expect(try log.all().map(\.recorded.rawValue) == [1000, 1000, 1000, 2000])
      #expect(try log.head().recorded?.rawValue == 2000)
    }
  }

  @Test(arguments: Backend.allCases)
  func `stores nothing of a batch with an event that is too large`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog(eventByteLimit: 2000) { log, _ in
      let large = event("large", value: String(repeating: "x", count: 2000))
      let fits = event("fits", value: String(repeating: "x", count: 1800))
      do {
        try await log.append([event("a"), large], to: "one")
        Issue.record("an event over the limit was stored")
      } catch AppendError.eventTooLarge(let index, let bytes, let limit) {
        #expect(index == 1 && bytes > 2000 && limit == 2000)
      }
      #expect(try log.head().position == 0)
      try await log.append([fits], to: "one")
    }
  }

  @Test(arguments: Backend.allCases)
  func `refuses the same id twice in a batch`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      await #expect(throws: AppendError.invalidEvent(index: 2, .repeatedID)) {
        try await log.append(events("a", "b", "a"), to: "one")
      }
      #expect(try log.head().position == 0)
      // The same id in another stream is another event.
      try await log.append(events("a"), to: "one")
      try await log.append(events("a"), to: "two")
      #expect(try log.head().position == 2)
    }
  }

  @Test(arguments: Backend.allCases)
  func `takes names of the greatest length, and any text without control characters`(
    _ backend: Backend
  ) async throws {
    let longest = String(repeating: "x", count: StreamName.byteLimit)
    #expect(throws: StreamNameError.tooLong(bytes: StreamName.byteLimit + 1)) {
      try StreamName(longest + "x")
    }
    let names = [
      longest, String(longest.dropLast()), String(longest.dropLast()) + "y", "مقال/عين الأسد",
      "a b", "%2F", "a//b", "a@3", "\u{E9}", "e\u{301}", "a", "ab",
    ]
    try await backend.withLog { log, _ in
      for name in names {
        let receipt = try await log.append(
          events(name), texts: [], to: stream(name), expecting: .noStream)
        #expect(receipt.revisions == 0...0, "\(name)")
      }
      for name in names {
        let found = try log.events(in: stream(name), from: 0, limit: 9)
        #expect(found.map(\.id) == [id(name)], "\(name)")
      }
      #expect(try log.streams(after: nil, limit: 99).count == names.count)
    }
  }
}

@Suite struct `Texts` {
  @Test(arguments: Backend.allCases)
  func `are stored with the article and read by digest`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let long = String(repeating: "نص طويل لا يسعه سطر واحد. ", count: 10_000)
      try await log.append(
        [received(long)], texts: [text(long)], to: stream("article/1"), expecting: .noStream)
      #expect(try log.text(for: .sha256(of: long)) == long)
      #expect(try log.text(for: .sha256(of: "other")) == nil)
      // The text is there, so another stream may refer to it.
      try await log.append([received(long)], to: "article/2")
      let verification = try log.verify { _, _ in }
      #expect(verification.texts == 1)
    }
  }

  @Test(arguments: Backend.allCases)
  func `must come with the article that needs them`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let digest = Digest.sha256(of: "missing")
      await #expect(throws: AppendError.invalidEvent(index: 1, .textMissing(digest))) {
        try await log.append([event("a"), received("missing")], to: "article/1")
      }
      try await log.append(events("a"), to: "article/1")
      #expect(try log.head().position == 1)
    }
  }

  @Test(arguments: Backend.allCases)
  func `must have the digest that names them`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      let wrong = ArticleText(digest: .sha256(of: "one"), text: "two")
      await #expect(throws: AppendError.textDiffersFromDigest(wrong.digest)) {
        try await log.append(
          events("a"), texts: [wrong], to: stream("one"), expecting: .any)
      }
      let stored = try log.text(for: wrong.digest)
      #expect(stored == nil)
    }
  }
}

@Suite struct `Redacting` {
  @Test(arguments: Backend.allCases)
  func `erases the body in the same commit and leaves every hash`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, _ in
      try await log.append(events("secret", "other"), to: "one")
      let before = try log.all()
      try await log.append([redaction(of: address("one", 0))], to: "desk/main")
      let after = try log.all()
      #expect(after.map(\.hash).prefix(2) == before.map(\.hash)[...])
      guard case .erased(let type, let hash) = after[0].payload else {
        Issue.record("the body is still there")
        return
      }
      #expect(type == .fact)
      #expect(try EventBody(encoding: before[0].payload).hash == hash)
      #expect(after[1] == before[1])
      #expect(try log.events(in: stream("one"), from: 0, limit: 1) == [after[0]])
      // Again changes nothing but the log's length.
      try await log.append([redaction(of: address("one", 0), id: "again")], to: "desk/main")
      #expect(try log.event(at: 1) == after[0])
    }
  }

  @Test(arguments: Backend.allCases)
  func `needs a target`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await log.append(events("a"), to: "one")
      for target in [address("one", 1), address("two", 0)] {
        await #expect(throws: AppendError.invalidEvent(index: 0, .noSuchTarget(target))) {
          try await log.append([redaction(of: target)], to: "desk/main")
        }
      }
      #expect(try log.head().position == 1)
    }
  }

  @Test(arguments: Backend.allCases)
  func `of an article takes its text away, once no other article has it`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, _ in
      let words = "نص لا يجوز حفظه"
      for name in ["article/1", "article/2"] {
        try await log.append(
          [received(words), event("a")], texts: [text(words)], to: stream(name), expecting: .any)
      }
      try await log.append([redaction(of: address("article/1", 0), id: "1")], to: "desk/main")
      #expect(try log.text(for: .sha256(of: words)) == words)
      try await log.append([redaction(of: address("article/2", 1), id: "2")], to: "desk/main")
      #expect(try log.text(for: .sha256(of: words)) == words)
      try log.expectSound()
      try await log.append([redaction(of: address("article/2", 0), id: "3")], to: "desk/main")
      #expect(try log.text(for: .sha256(of: words)) == nil)
    }
  }

  @Test(arguments: Backend.allCases)
  func `never takes a redaction away`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await log.append(events("a"), to: "one")
      try await log.append([redaction(of: address("one", 0))], to: "desk/main")
      let target = address("desk/main", 0)
      let reason = InvalidEvent.unencodable("a redaction is never redacted")
      await #expect(throws: AppendError.invalidEvent(index: 0, reason)) {
        try await log.append([redaction(of: target, id: "again")], to: "desk/main")
      }
    }
  }

  @Test(arguments: Backend.allCases)
  func `to many streams at once answers each append for itself, in order`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, _ in
      try await log.append(events("a0"), to: "a")
      let results = await log.append([
        StreamAppend(events("a1", "a2"), to: stream("a"), expecting: .exactly(0)),
        StreamAppend(events("b0"), to: stream("b"), expecting: .streamExists),
        StreamAppend(events("b0"), to: stream("b"), expecting: .noStream),
        StreamAppend(events("x", "x"), to: stream("c"), expecting: .any),
        StreamAppend(events("a3"), to: stream("a"), expecting: .exactly(2)),
        StreamAppend(events("a0"), to: stream("a"), expecting: .noStream),
        StreamAppend([], to: stream("d"), expecting: .any),
      ])
      #expect(
        results == [
          .success(AppendReceipt(revisions: 1...2, position: 3, wasAlreadyStored: false)),
          .failure(.wrongExpectedRevision(.streamExists, actual: nil)),
          .success(AppendReceipt(revisions: 0...0, position: 4, wasAlreadyStored: false)),
          .failure(.invalidEvent(index: 1, .repeatedID)),
          .success(AppendReceipt(revisions: 3...3, position: 5, wasAlreadyStored: false)),
          .success(AppendReceipt(revisions: 0...0, position: 1, wasAlreadyStored: true)),
          .success(AppendReceipt(revisions: nil, position: 5, wasAlreadyStored: false)),
        ])
      #expect(try log.all().map(\.id) == ["a0", "a1", "a2", "b0", "a3"].map { id($0) })
      #expect(await log.append([]) == [])
    }
  }
}
