import Foundation
import Tarikh
import TestSupport

/// What the soak does beside its writer, step by step.
struct SoakRun {
  enum Step: CaseIterable { case correct, ask, read, replay, backUp }

  private let timeline: Timeline
  private let folder: URL
  private var random: SplitMix64
  private var samples: [SoakSample] = []
  private var backups = 0

  init(timeline: Timeline, folder: URL, seed: UInt64) {
    self.timeline = timeline
    self.folder = folder
    random = SplitMix64(seed: ~seed)
  }

  mutating func take(_ step: Step) async throws {
    switch step {
    case .correct: for _ in 0..<50 { try await correct() }
    case .ask:
      try timeline.updateViews()
      for _ in 0..<50 { try ask() }
    case .read: for _ in 0..<200 { try read() }
    case .replay: try timeline.replay(Timeline.viewNames, fromScratch: true) { _ in }
    case .backUp: try backUp()
    }
  }

  mutating func note(_ sample: SoakSample) { samples.append(sample) }

  /// Verifies the log and every row of the views.
  func finish() throws {
    try timeline.updateViews()
    let found = try timeline.log.verify { _, _ in }
    precondition(found.findings.isEmpty, "the log is damaged: \(found.findings)")
    let damaged = try timeline.damagedViews()
    precondition(damaged.isEmpty, "views are damaged: \(damaged)")
  }

  /// Corrects some report, by an event of a desk.
  private mutating func correct() async throws {
    guard let event = try someEvent(), case .reported(let report) = event.payload else { return }
    let correction = EventPayload.corrected(
      target: event.address, report: report,
      note: EditorialNote(reason: "a later figure", by: "desk"))
    let desk = try StreamName("desk/soak")
    do throws(AppendError) {
      _ = try await timeline.log.append(
        [NewEvent(id: EventID(using: &random), payload: correction)], texts: [], to: desk,
        expecting: .any)
    } catch {
      guard error.isBusy else { throw error }
    }
  }

  private mutating func ask() throws {
    let day = Day(rawValue: 19_000 + Int(random.next() % 1000))
    let subject = EntityID(rawValue: "actor:state\(random.next() % 200)")
    let asOf = AsOf(valid: day, knownAt: .head, publishedBy: nil, accordingTo: nil)
    _ = try timeline.state(
      AsOfQuery(asOf: asOf, subject: subject, attribute: "troop-level", policy: .ontology))
  }

  /// Reads the stream of some event.
  private mutating func read() throws {
    guard let event = try someEvent() else { return }
    _ = try timeline.log.events(in: event.stream, from: .zero, limit: 1000)
  }

  private mutating func someEvent() throws -> Event? {
    let head = try timeline.log.head().position.rawValue
    guard head > 0 else { return nil }
    return try timeline.log.event(at: Position(rawValue: 1 + random.next() % head))
  }

  /// A backup is checked when it is made.
  private mutating func backUp() throws {
    let path = folder.appending(path: "backup").path
    try timeline.backUp(to: path) { _ in }
    try FileManager.default.removeItem(atPath: path)
    backups += 1
  }

  /// Samples from when the log is large enough for its pages to count.
  private var counted: [SoakSample] { samples.filter { $0.logLive >= 8 << 20 } }

  var worstLogRatio: Double { counted.map(\.logRatio).max() ?? 0 }

  var summary: [String] {
    let memory = samples.map(\.anonymousBytes)
    let half = memory.suffix(memory.count / 2)
    return [
      "\(samples.last?.events ?? 0) events, \(backups) backups, all of them and the log sound",
      "log:    file at most \(ratio(worstLogRatio)) of its live data",
      "views:  file at most \(ratio(counted.map(\.viewRatio).max() ?? 0)) of their live data",
      "memory: at most \(megabytes(memory.max() ?? 0)) beside the map; in the second half "
        + "\(megabytes(half.min() ?? 0)) to \(megabytes(half.max() ?? 0))",
    ]
  }

  private func ratio(_ number: Double) -> String {
    "\(Double((number * 1000).rounded()) / 1000) times"
  }

  private func megabytes(_ bytes: Int) -> String { "\(bytes >> 20) MB" }
}
