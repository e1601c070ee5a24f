import Foundation
import Tarikh

/// The small store whose bytes are spoilt: articles and their texts, corrections, a retraction,
/// a re-dating, a redaction, and events and texts that are longer than a page.
struct DamageStore {
  let folder: URL

  /// The files that faults go into.
  static let files = ["log/data.mdb", "views/data.mdb", "format.json"]

  /// Makes the store.
  static func make(in folder: URL) async throws -> DamageStore {
    let timeline = try Timeline.open(
      at: folder.path, options: TimelineOptions(access: .create, now: CrashClock.now))
    var streams: [StreamName] = []
    for article in try await SampleArticles.all() {
      streams.append(try await timeline.ingest(article).stream)
      try timeline.updateViews()
    }
    let long = String(repeating: "كلام طويل ليس فيه خبر ولا رقم. ", count: 200)
    streams.append(try await timeline.ingest(ArticleInput(text: "خبر طويل. " + long)).stream)
    try await edit(streams, in: timeline)
    try await appendFacts(to: timeline)
    // Else salvage would find the redacted words where the redaction is what was damaged.
    guard try timeline.scrub(patience: .zero, progress: { _, _ in }).isComplete else {
      throw CrashError("somebody reads the store that was just made")
    }
    return DamageStore(folder: folder)
  }

  private static func edit(_ streams: [StreamName], in timeline: Timeline) async throws {
    let reports = try streams.prefix(5).flatMap { stream in
      try timeline.log.events(in: stream, from: .zero, limit: 100).filter {
        $0.payload.type == .reported
      }
    }
    guard reports.count > 4, case .reported(let report) = reports[1].payload else {
      throw CrashError("the sample articles give too few reports")
    }
    _ = try await timeline.correct(reports[0].address, with: report, reason: "r", by: "b")
    _ = try await timeline.retract(reports[2].address, reason: "r", by: "b")
    _ = try await timeline.redact(reports[3].address, reason: "r", by: "b")
    let publication = Publication(
      date: try EDTFExpression(parsing: "2024-12-01"), basis: .given, reason: "r")
    _ = try await timeline.redate(streams[1], to: publication, by: "b")
  }

  private static func appendFacts(to timeline: Timeline) async throws {
    for number in 0..<60 {
      let fact = Fact(
        subject: EntityID(rawValue: "place:x"), attribute: "a\(number % 7)",
        value: String(repeating: "\(number) ", count: number % 20 == 0 ? 3000 : 3),
        from: Day(rawValue: 20_000 + number), to: nil)
      _ = try await timeline.append(
        [NewEvent(id: EventID(high: 1, low: UInt64(number)), payload: .fact(fact))],
        to: try StreamName("desk/\(number % 5)"), expecting: .any)
    }
  }

  /// A copy of the store at `place`.
  func copy(to place: URL) throws -> DamageStore {
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.copyItem(at: folder, to: place)
    return DamageStore(folder: place)
  }

  func open(checking: Bool = false, discardingViews: Bool = false) throws -> Timeline {
    try Timeline.open(
      at: folder.path,
      options: TimelineOptions(
        access: .read, busyTimeout: .zero, checksEveryPage: checking,
        discardsViews: discardingViews))
  }
}
