import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// Random steps on a log on disk, each compared with the model in memory; the log is closed and
/// opened again now and then.
@Suite struct `Any sequence of operations` {
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8].map { UInt64($0) })
  func `gives on LMDB what it gives in memory`(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: seed)
    var walk = try RandomWalk(folder)
    for step in 0..<250 {
      try await walk.step(using: &random, "seed \(seed), step \(step)")
    }
    try walk.log?.expectSound()
  }
}

private struct RandomWalk {
  let folder: TemporaryFolder
  let clock = TestClock()
  let modelClock = TestClock()
  let model: MemoryEventLog
  var log: LMDBEventLog?
  var sent: [([NewEvent], String, ExpectedRevision)] = []

  init(_ folder: TemporaryFolder) throws {
    self.folder = folder
    model = MemoryEventLog(now: modelClock.now)
    log = try LMDBEventLog.open(at: folder.url, options: .test(clock))
  }

  mutating func step(using random: inout SplitMix64, _ place: Comment) async throws {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<55: try await append(using: &random, place)
    case 55..<65: try await retry(using: &random, place)
    case 65..<68: try reopen()
    default: try read(using: &random, place)
    }
    #expect(try log?.head() == model.head(), place)
  }

  private mutating func append(using random: inout SplitMix64, _ place: Comment) async throws {
    let name = name(using: &random)
    let count = [0, 1, 1, 1, 2, 5].randomElement(using: &random) ?? 1
    // Few ids, so that known ones come again by chance, also twice in a batch.
    let batch = (0..<count).map { _ in newEvent(using: &random) }
    let last = try model.lastRevision(of: stream(name))?.rawValue ?? 0
    let near = Revision(rawValue: UInt64.random(in: (max(last, 1) - 1)...last + 1, using: &random))
    let expectations: [ExpectedRevision] = [.any, .any, .noStream, .streamExists, .exactly(near)]
    let expected = expectations.randomElement(using: &random) ?? .any
    sent.append((batch, name, expected))
    try await send(
      batch, name, expected, at: Int64.random(in: 0..<1_000_000, using: &random), place)
  }

  private func retry(using random: inout SplitMix64, _ place: Comment) async throws {
    guard let (batch, name, expected) = sent.randomElement(using: &random) else { return }
    try await send(batch, name, expected, at: 0, place)
  }

  private func send(
    _ batch: [NewEvent], _ name: String, _ expected: ExpectedRevision, at time: Int64,
    _ place: Comment
  ) async throws {
    for clock in [clock, modelClock] { clock.set(RecordedTime(rawValue: time)) }
    let texts = [text("نص \(name)")]
    let answer = await answer(log, batch, texts, name, expected)
    let expectation = await self.answer(model, batch, texts, name, expected)
    #expect(answer == expectation, place)
  }

  private func answer(
    _ log: (any EventLog)?, _ batch: [NewEvent], _ texts: [ArticleText], _ name: String,
    _ expected: ExpectedRevision
  ) async -> Result<AppendReceipt, AppendError>? {
    guard let log else { return nil }
    do throws(AppendError) {
      return .success(
        try await log.append(batch, texts: texts, to: stream(name), expecting: expected))
    } catch {
      return .failure(error)
    }
  }

  private func newEvent(using random: inout SplitMix64) -> NewEvent {
    let name = "\(Int.random(in: 0..<400, using: &random))"
    let revision = UInt64.random(in: 0..<6, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return redaction(of: address(self.name(using: &random), revision), id: name)
    case 1: return received("نص \(self.name(using: &random))", id: name)
    default:
      let length = Int.random(in: 0..<300, using: &random)
      return event(name, value: name + String(repeating: "خبر", count: length))
    }
  }

  private func name(using random: inout SplitMix64) -> String {
    "s\(Int.random(in: 0..<6, using: &random))"
  }

  private mutating func reopen() throws {
    log = nil
    log = try LMDBEventLog.open(at: folder.url, options: .test(clock))
  }

  private func read(using random: inout SplitMix64, _ place: Comment) throws {
    let log = try #require(log)
    let head = try model.head().position.rawValue
    let position = Position(rawValue: UInt64.random(in: 0...head + 2, using: &random))
    let revision = Revision(rawValue: UInt64.random(in: 0...9, using: &random))
    let stream = stream(name(using: &random))
    let limit = Int.random(in: 1...12, using: &random)
    let instant = RecordedTime(rawValue: Int64.random(in: 0..<1_000_000, using: &random))
    let digest = Digest.sha256(of: "نص \(name(using: &random))")
    let address = EventAddress(stream: stream, revision: revision)
    #expect(try log.event(at: position) == model.event(at: position), place)
    #expect(try log.event(at: address) == model.event(at: address), place)
    #expect(
      try log.events(after: position, limit: limit) == model.events(after: position, limit: limit),
      place)
    #expect(
      try log.events(before: position, limit: limit)
        == model.events(before: position, limit: limit), place)
    #expect(
      try log.events(in: stream, from: revision, limit: limit)
        == model.events(in: stream, from: revision, limit: limit), place)
    #expect(
      try log.events(in: stream, before: revision, limit: limit)
        == model.events(in: stream, before: revision, limit: limit), place)
    #expect(try log.lastRevision(of: stream) == model.lastRevision(of: stream), place)
    #expect(
      try log.streams(after: stream, limit: limit) == model.streams(after: stream, limit: limit),
      place)
    #expect(try log.position(at: instant) == model.position(at: instant), place)
    #expect(try log.text(for: digest) == model.text(for: digest), place)
  }
}
