import Foundation
import LMDB
import Synchronization
import Tarikh
import TestSupport
import Testing

@Suite struct `A projection of one's own` {
  @Test func `is the code of the readme and counts what the log says`() async throws {
    let here = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    let code = try String(
      contentsOf: here.appending(path: "OwnProjectionExample.swift"), encoding: .utf8)
    let readme = try String(contentsOf: here.appending(path: "../../README.md"), encoding: .utf8)
    #expect(readme.contains("```swift\n\(code)```"))
    #expect(code.split(separator: "\n", omittingEmptySubsequences: false).count <= 40)
    let store = try await Store()
    let counts = try speakerCounts(storeAt: store.path)
    var expected: [String: UInt64] = [:]
    for event in try store.open([]).log.events(after: .zero, limit: 10_000) {
      guard case .reported(let report) = event.payload, let speaker = report.attribution?.speaker
      else { continue }
      expected["\(speaker.rawValue)\0\(report.kind.rawValue)", default: 0] += 1
    }
    #expect(counts == expected)
    #expect(!counts.isEmpty)
  }

  @Test func `is replayed, checkpointed and proved like the built-in ones`() async throws {
    let store = try await Store()
    let hash: Digest
    do {
      let timeline = try store.open([SpeakerCounts()])
      try timeline.updateViews()
      hash = try timeline.viewHash(of: "speaker-counts")
      let head = try timeline.log.head().position
      #expect(try timeline.statuses().map(\.name) == Timeline.viewNames + ["speaker-counts"])
      #expect(try timeline.statuses().allSatisfy { $0.position == head })
    }
    // A program without it does not mind, and the rows wait.
    try store.open([]).updateViews()
    let timeline = try store.open([SpeakerCounts()])
    #expect(try timeline.viewHash(of: "speaker-counts") == hash)
    try timeline.replay(["speaker-counts"], fromScratch: true) { _ in }
    #expect(try timeline.viewHash(of: "speaker-counts") == hash)
    #expect(throws: RunnerError.noSuchProjection("nobody")) { try timeline.rows(of: "nobody") }
  }

  @Test func `that an event stops goes on when somebody decides to skip it`() async throws {
    let store = try await Store()
    let address = try #require(EventAddress("\(store.stream)@3"))
    let picky = PickyProjection(refused: address)
    do {
      let timeline = try store.open([picky])
      try timeline.updateViews()
      let status = try #require(try timeline.statuses().last)
      #expect(status.state == .failed(at: address, reason: "cannot take it"))
      #expect(throws: SkippingError.self) {
        try timeline.skip(try #require(EventAddress("\(store.stream)@4")), reason: "no")
      }
      #expect(try timeline.skip(address, reason: "its date is broken").count == 1)
      try timeline.updateViews()
      #expect(try timeline.statuses().last?.state == .live)
    }
    // The decision outlasts the views, and is kept with its reason.
    let timeline = try store.open([picky])
    let hash = try timeline.viewHash(of: "picky")
    try timeline.replay(["picky"], fromScratch: true) { _ in }
    #expect(try timeline.viewHash(of: "picky") == hash)
    let decision = try #require(try timeline.skippedEvents().first)
    #expect(decision.reason == "its date is broken")
    #expect(decision.event == address)
    // Every event but one left a row.
    let head = try timeline.log.head().position.rawValue
    #expect(try timeline.rows(of: "picky").count == Int(head) - 1)
    let copies = store.folder.url
    let backup = copies.appending(path: "backup").path
    try timeline.backUp(to: backup) { _ in }
    let restored = copies.appending(path: "restored.store").path
    _ = try Timeline.restoreStore(at: restored, from: backup) { _ in }
    let options = TimelineOptions(access: .read)
    #expect(try Timeline.open(at: restored, options: options).skippedEvents() == [decision])
  }

  @Test func `is built in another place too, up to a position`() async throws {
    let store = try await Store()
    let place = store.folder.url.appending(path: "then.views")
    let limit = Position(rawValue: 5)
    do {
      let timeline = try store.open([SpeakerCounts()])
      try timeline.replay(to: place, upTo: limit) { _ in }
    }
    let options = TimelineOptions(
      access: .read, projections: [SpeakerCounts()], viewsFolder: place)
    let then = try Timeline.open(at: store.path, options: options)
    #expect(try then.statuses().map(\.position) == Array(repeating: limit, count: 4))
    let spoken = try then.log.events(after: .zero, limit: 5).count { event in
      guard case .reported(let report) = event.payload else { return false }
      return report.attribution != nil
    }
    let counted = try then.rows(of: "speaker-counts").map { SpeakerCounts.number($0.value) }
    #expect(counted.reduce(0, +) == UInt64(spoken))
  }

  @Test func `loses its rows when words are scrubbed by a program that lacks it`() async throws {
    let store = try await Store()
    _ = try speakerCounts(storeAt: store.path)
    _ = try store.open([]).scrub(patience: .zero) { _, _ in }
    let folder = URL(filePath: store.path).appending(path: "own-views/speaker-counts")
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    #expect(try !speakerCounts(storeAt: store.path).isEmpty)
  }
}

/// Keeps each event's address; one of them it refuses.
private struct PickyProjection: Projection {
  let name = "picky"
  let version: UInt32 = 1
  let refused: EventAddress

  func apply(
    _ event: Event, to view: View, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    if event.address == refused { throw .rejected(reason: "cannot take it") }
    try view.put([], forKey: Array(event.address.description.utf8), in: &transaction)
  }
}

/// A store with the sample articles.
private struct Store {
  let folder: TemporaryFolder
  let stream: StreamName

  init() async throws {
    folder = try TemporaryFolder()
    let path = folder.url.appending(path: "a.store").path
    let timeline = try Timeline.open(at: path, options: TimelineOptions(access: .create))
    for article in try await SampleArticles.all() { try await timeline.ingest(article) }
    stream = try #require(try timeline.log.streams(after: nil, limit: 1).first).name
  }

  var path: String { folder.url.appending(path: "a.store").path }

  func open(_ projections: [any Projection]) throws -> Timeline {
    try Timeline.open(
      at: path, options: TimelineOptions(access: .write, projections: projections))
  }
}
