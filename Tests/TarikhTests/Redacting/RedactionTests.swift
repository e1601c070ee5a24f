import Foundation
import Tarikh
import TestSupport
import Testing

/// A store in a folder of its own, and the search through all of its files.
private struct Office {
  let folder: TemporaryFolder
  var path: String { folder.url.appending(path: "a.store").path }

  init() throws { folder = try TemporaryFolder() }

  func open(_ access: TimelineOptions.Access = .create) throws -> Timeline {
    try Timeline.open(at: path, options: TimelineOptions(access: access))
  }

  /// The files below the store in which the bytes of `word` stand.
  func files(holding word: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    return try names.filter { name in
      let url = URL(filePath: path).appending(path: name)
      guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else {
        return false
      }
      return try Data(contentsOf: url).range(of: Data(word.utf8)) != nil
    }
  }
}

@Suite struct `Redacting for good` {
  private static let text = """
    أعلنت وزارة الدفاع الفرنسية، أمس، أن القوات الفرنسية ستغادر قاعدة السروندي في تشاد.
    وقال المتحدث زبيكتان القرموطي إن عدد الجنود الفرنسيين في تشاد نحو 1000 جندي.
    """
  private static let words = ["السروندي", "زبيكتان", "القرموطي", "مقال البرهوسة"]

  private func ingest(_ text: String, _ title: String, into timeline: Timeline) async throws
    -> StreamName
  {
    let date = try EDTFExpression(parsing: "2025-03-10")
    return try await timeline.ingest(
      ArticleInput(
        text: text, title: title,
        publication: Publication(date: date, basis: .given, reason: nil))
    ).stream
  }

  private func redactAll(of stream: StreamName, in timeline: Timeline) async throws {
    for event in try timeline.log.events(in: stream, from: .zero, limit: 100) {
      if case .redacted = event.payload { continue }
      _ = try await timeline.redact(event.address, reason: "safety", by: "editor")
    }
  }

  private func scrub(_ timeline: Timeline) throws -> Scrubbing {
    try timeline.scrub(patience: .seconds(5)) { _, _ in }
  }

  @Test func `an article and its reports are in no file of the store any more`() async throws {
    let office = try Office()
    do {
      let timeline = try office.open()
      // Histories with pages that split, on both sides of the secret.
      for number in 0..<40 {
        _ = try await ingest(
          "\(number) قالت وزارة الدفاع إن \(number) جنديا غادروا تشاد أمس.", "خبر \(number)",
          into: timeline)
      }
      let stream = try await ingest(Self.text, "مقال البرهوسة", into: timeline)
      for number in 40..<60 {
        _ = try await ingest(
          "\(number) قالت وزارة الدفاع إن \(number) جنديا غادروا تشاد أمس.", "خبر \(number)",
          into: timeline)
      }
      try timeline.updateViews()
      for word in Self.words { #expect(try office.files(holding: word).count >= 1, "\(word)") }
      let before = try timeline.log.head()
      try await redactAll(of: stream, in: timeline)
      #expect(try scrub(timeline).isComplete)
      for word in Self.words { #expect(try office.files(holding: word) == [], "\(word)") }
      let after = try timeline.log.verify { _, _ in }
      #expect(after.findings == [])
      #expect(after.head.position > before.position)
      #expect(try timeline.damagedViews() == [])
    }
    // Nor does closing and opening bring anything back.
    _ = try office.open(.write).updateViews()
    for word in Self.words { #expect(try office.files(holding: word) == [], "\(word)") }
  }

  @Test func `the redaction says who, when and why, and the rest answers as before`() async throws {
    let office = try Office()
    let timeline = try office.open()
    let stream = try await ingest(Self.text, "مقال البرهوسة", into: timeline)
    let count = try timeline.log.events(in: stream, from: .zero, limit: 100).count
    let target = EventAddress(stream: stream, revision: Revision(rawValue: 1))
    let hash = try timeline.log.event(at: target)?.hash
    let redaction = try await timeline.redact(target, reason: "names a source", by: "editor")
    #expect(redaction.stillSaidBy.contains(EventAddress(stream: stream, revision: .zero)))
    let events = try timeline.log.events(in: stream, from: .zero, limit: 100)
    #expect(events.count == count + 1)
    #expect(events[1].hash == hash)
    #expect(
      events.last?.payload
        == .redacted(target: target, note: EditorialNote(reason: "names a source", by: "editor")))
    let again = try await timeline.redact(target, reason: "again", by: "another")
    #expect(again.receipt.wasAlreadyStored)
    #expect(again.receipt.position == redaction.receipt.position)
  }

  @Test func `a redaction cannot be undone, by no edit and by no import`() async throws {
    let office = try Office()
    let timeline = try office.open()
    let stream = try await ingest(Self.text, "مقال البرهوسة", into: timeline)
    var export = Data()
    try timeline.export(ExportSelection()) { line, _, _ in export += line + Data("\n".utf8) }
    let file = office.folder.url.appending(path: "before.ndjson")
    try export.write(to: file)
    let article = EventAddress(stream: stream, revision: .zero)
    let report = EventAddress(stream: stream, revision: Revision(rawValue: 1))
    let what = try #require(try timeline.log.event(at: report))
    try await redactAll(of: stream, in: timeline)
    let last = try #require(try timeline.log.lastRevision(of: stream))
    let redaction = EventAddress(stream: stream, revision: last)
    await #expect(throws: EditError.self) {
      try await timeline.retract(redaction, reason: "undo", by: "editor")
    }
    await #expect(throws: RedactionError.isRedaction(redaction)) {
      try await timeline.redact(redaction, reason: "undo", by: "editor")
    }
    guard case .reported(let words) = what.payload else { throw CocoaError(.featureUnsupported) }
    await #expect(throws: EditError.self) {
      try await timeline.correct(report, with: words, reason: "undo", by: "editor")
    }
    let head = try timeline.log.head()
    let old = try await timeline.restore(
      from: FileHandle(forReadingFrom: file), named: "before"
    ) { _, _ in }
    #expect(old.head == head)
    #expect(old.added == 0)
    #expect(try timeline.log.event(at: article)?.payload.isErased == true)
    #expect(try timeline.log.event(at: report)?.payload.isErased == true)
    // The text must not come back either.
    let again = try await timeline.ingest(ArticleInput(text: "شيء آخر"))
    #expect(again.stream != stream)
    #expect(try timeline.log.verify { _, _ in }.texts == 1)
    #expect(try scrub(timeline).isComplete)
    for word in Self.words { #expect(try office.files(holding: word) == [], "\(word)") }
  }

  @Test func `an event that is not there is refused`() async throws {
    let timeline = try Office().open()
    let address = EventAddress(stream: try StreamName("desk/a"), revision: .zero)
    await #expect(throws: RedactionError.noSuchEvent(address)) {
      try await timeline.redact(address, reason: "r", by: "b")
    }
  }

  @Test(arguments: 0..<3)
  func `of random histories only what is redacted is gone`(round: Int) async throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    let office = try Office()
    let timeline = try office.open()
    var said: [EventAddress: String] = [:]
    var gone: [String] = []
    for step in 0..<60 {
      let stream = try StreamName("desk/\(Int.random(in: 0..<6, using: &random))")
      let word = "<word \(step)>"
      let value = String(
        repeating: word, count: Int.random(in: 1...(step % 10 == 0 ? 900 : 20), using: &random))
      let fact = Fact(
        subject: EntityID(rawValue: "place:x"), attribute: "a\(step)", value: value,
        from: Day(rawValue: step), to: nil)
      let receipt = try await timeline.append(
        [NewEvent(id: EventID(using: &random), payload: .fact(fact))], to: stream, expecting: .any)
      let revision = try #require(receipt.revisions?.lowerBound)
      said[EventAddress(stream: stream, revision: revision)] = word
      if step % 7 == 0 { try timeline.updateViews() }
      if Int.random(in: 0..<4, using: &random) == 0 {
        let target = said.keys.sorted { "\($0)" < "\($1)" }.randomElement(using: &random)
        guard let target, let word = said.removeValue(forKey: target) else { continue }
        _ = try await timeline.redact(target, reason: "r", by: "b")
        gone.append(word)
      }
    }
    #expect(try scrub(timeline).isComplete)
    for word in gone { #expect(try office.files(holding: word) == [], "seed \(seed), \(word)") }
    for (address, word) in said {
      guard case .fact(let fact)? = try timeline.log.event(at: address)?.payload else {
        Issue.record("seed \(seed): \(address) is gone")
        continue
      }
      #expect(fact.value?.hasPrefix(word) == true, "seed \(seed)")
    }
    #expect(try timeline.log.verify { _, _ in }.findings == [], "seed \(seed)")
    #expect(try timeline.damagedViews() == [])
  }
}

extension EventPayload {
  fileprivate var isErased: Bool {
    if case .erased = self { true } else { false }
  }
}
