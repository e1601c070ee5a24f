import TarikhLog
import TarikhModel
import Testing

@Suite struct `Restoring` {
  /// A log with articles, texts, several streams, and a redaction.
  private func fill(_ log: any EventLog) async throws {
    for name in ["article/1", "article/2"] {
      let words = "نص المقال \(name)"
      try await log.append(
        [received(words), event("r1"), event("r2")], texts: [text(words)], to: stream(name),
        expecting: .noStream)
    }
    try await log.append([redaction(of: address("article/1", 1))], to: "desk/main")
    try await log.append(events("late"), to: "article/1")
  }

  private func texts(of log: any EventLog) throws -> [ArticleText] {
    try log.all().compactMap { event in
      guard case .articleReceived(let article) = event.payload else { return nil }
      return try log.text(for: article.text).map { ArticleText(digest: article.text, text: $0) }
    }
  }

  /// Runs `body` with a filled log of each kind and an empty log of `backend`.
  private func withLogs(
    _ backend: Backend, _ body: (any EventLog, any EventLog) async throws -> Void
  ) async throws {
    for source in Backend.allCases {
      try await source.withLog { original, _ in
        try await fill(original)
        try await backend.withLog { copy, _ in try await body(original, copy) }
      }
    }
  }

  @Test(arguments: Backend.allCases)
  func `gives the same positions, times, ids, hashes and root`(_ backend: Backend) async throws {
    try await withLogs(backend) { original, copy in
      let head = try await copy.restore(try original.all(), texts: try texts(of: original))
      let expected = try original.head()
      #expect(head == expected)
      #expect(try copy.head() == head)
      #expect(try copy.all() == original.all())
      #expect(try texts(of: copy) == texts(of: original))
      // And the log goes on where the other ended.
      let receipt = try await copy.append(events("more"), to: "article/2")
      #expect(receipt.position == 9)
      #expect(receipt.revisions == 3...3)
      let again = try await copy.append(events("r1", "r2"), to: "article/2")
      #expect(again.wasAlreadyStored)
    }
  }

  @Test(arguments: Backend.allCases)
  func `in pieces, and again, changes nothing more`(_ backend: Backend) async throws {
    try await withLogs(backend) { original, copy in
      let events = try original.all()
      let texts = try texts(of: original)
      for end in [1, 3, 3, 7, events.count, 5] {
        try await copy.restore(Array(events[..<end]), texts: texts)
      }
      #expect(try copy.all() == events)
      #expect(try copy.head() == original.head())
    }
  }

  @Test(arguments: Backend.allCases)
  func `refuses what does not fit, whole`(_ backend: Backend) async throws {
    try await withLogs(backend) { original, copy in
      let events = try original.all()
      let texts = try texts(of: original)
      try await copy.restore(Array(events[..<4]), texts: texts)
      func expect(_ error: RestoreError, _ wrong: [Event], texts: [ArticleText]) async throws {
        await #expect(throws: error) { try await copy.restore(wrong, texts: texts) }
        #expect(try copy.head().position == 4)
        #expect(try copy.all() == Array(events[..<4]))
      }
      try await expect(.wrongPosition(6, expected: 5), [events[5]], texts: texts)
      try await expect(
        .wrongPosition(7, expected: 6), [events[4], events[6]], texts: texts)
      var forged = changed(events[4], payload: .fact(fact("forged")), rehash: false)
      try await expect(.wrongHash(at: 5), [forged], texts: texts)
      forged = changed(events[1], payload: .fact(fact("forged")))
      try await expect(.differs(at: 2), [events[0], forged], texts: texts)
      forged = changed(events[4], revision: 2)
      try await expect(
        .wrongRevision(address("article/2", 2), expected: 1), [forged], texts: texts)
      forged = changed(events[4], recorded: RecordedTime(rawValue: 1))
      try await expect(.timeRunsBackwards(at: 5), [forged], texts: texts)
      forged = changed(events[4], id: id("received"))
      try await expect(.invalidEvent(at: 5, .repeatedID), [forged], texts: texts)
      let other = received("elsewhere", id: "elsewhere")
      forged = changed(events[4], id: other.id, payload: other.payload)
      try await expect(
        .invalidEvent(at: 5, .textMissing(.sha256(of: "elsewhere"))), [forged], texts: texts)
      let wrong = ArticleText(digest: .sha256(of: "one"), text: "two")
      try await expect(.textDiffersFromDigest(wrong.digest), [events[4]], texts: [wrong])
      try await copy.restore(events, texts: texts)
      #expect(try copy.all() == events)
    }
  }

  private func changed(
    _ event: Event, revision: Revision? = nil, recorded: RecordedTime? = nil, id: EventID? = nil,
    payload: EventPayload? = nil, rehash: Bool = true
  ) -> Event {
    let new = NewEvent(id: id ?? event.id, payload: payload ?? event.payload)
    let hash = try? EventRecord.encode(
      new, position: event.position, stream: event.stream, revision: revision ?? event.revision,
      recorded: recorded ?? event.recorded
    ).hash
    return Event(
      position: event.position, stream: event.stream, revision: revision ?? event.revision,
      recorded: recorded ?? event.recorded, id: new.id,
      hash: rehash ? hash ?? event.hash : event.hash, payload: new.payload)
  }
}
