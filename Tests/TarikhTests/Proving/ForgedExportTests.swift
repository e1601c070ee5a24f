import Foundation
import Tarikh
import TestSupport
import Testing

/// An export and what can be done to it by somebody with an editor.
struct ForgedExport {
  let folder: TemporaryFolder
  /// Header first, then an event a line.
  var lines: [String]
  /// The head that the true store was sealed at.
  let sealed: TreeHead
  let report: EventAddress

  /// The export of a store with two articles, a retraction and a redaction.
  static func make() async throws -> ForgedExport {
    let folder = try TemporaryFolder()
    let timeline = try open(folder, "true.store")
    var streams: [StreamName] = []
    for text in [
      "أعلنت وزارة الدفاع، أمس، أن 120 جنديا غادروا قاعدة الوادي.",
      "قالت مصادر أمنية، أمس، إن عدد الجنود الفرنسيين في تشاد يتجاوز 1500 جندي.",
    ] {
      let date = try EDTFExpression(parsing: "2025-03-12")
      streams.append(
        try await timeline.ingest(
          ArticleInput(
            text: text, publication: Publication(date: date, basis: .given, reason: nil))
        ).stream)
    }
    let report = EventAddress(stream: streams[0], revision: Revision(rawValue: 1))
    let other = EventAddress(stream: streams[1], revision: Revision(rawValue: 1))
    _ = try await timeline.retract(report, reason: "a test", by: "tester")
    _ = try await timeline.redact(other, reason: "a test", by: "tester")
    _ = try await timeline.append(
      [NewEvent(id: EventID(high: 0, low: 1), payload: .fact(fact))], to: .desk, expecting: .any)
    var lines: [String] = []
    try timeline.export(ExportSelection()) { line, _, _ in
      lines.append(String(decoding: line, as: UTF8.self))
    }
    return ForgedExport(
      folder: folder, lines: lines, sealed: try timeline.log.head().tree, report: report)
  }

  static let fact = Fact(
    subject: EntityID(rawValue: "actor:us"), attribute: "cost", value: "12",
    from: Day(rawValue: 20_000), to: nil)

  static func open(_ folder: TemporaryFolder, _ name: String) throws -> Timeline {
    try Timeline.open(
      at: folder.url.appending(path: name).path, options: TimelineOptions(access: .create))
  }

  func file() throws -> FileHandle {
    let url = folder.url.appending(path: "export-\(UUID().uuidString).ndjson")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
    return try FileHandle(forReadingFrom: url)
  }

  func check() throws -> CheckedExport {
    try Timeline.check(file(), named: "forged", against: [sealed]) { _, _ in }
  }

  /// Index of the line that has `words`.
  func line(with words: String) throws -> Int {
    try #require(lines.dropFirst().firstIndex { $0.contains(words) })
  }

  func object(_ index: Int) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(lines[index].utf8)) as? [String: Any])
  }

  mutating func change(_ index: Int, _ change: (inout [String: Any]) -> Void) throws {
    var object = try object(index)
    change(&object)
    let data = try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    lines[index] = String(decoding: data, as: UTF8.self)
  }

  /// Makes every hash anew, and the root: the work of somebody who knows the format.
  mutating func rehash() throws {
    var tree = MerkleFrontier()
    for index in lines.indices.dropFirst() {
      let event = try EventJSON.read(Data(lines[index].utf8)).event()
      let hash = try EventRecord.encode(
        NewEvent(id: event.id, payload: event.payload), position: event.position,
        stream: event.stream, revision: event.revision, recorded: event.recorded
      ).hash
      tree.append(hash)
      try change(index) { $0["hash"] = hash.description }
    }
    try change(0) { header in
      header["root"] = tree.root.description
      header["head"] = tree.size
      header["until"] = tree.size
    }
  }
}

@Suite struct `A forged export` {
  typealias Forging = @Sendable (inout ForgedExport) throws -> Void

  static let forgings: [(name: String, words: String, forge: Forging)] = [
    (
      "a changed text", "another one",
      { export in
        try export.change(1) { line in
          var article = line["article"] as? [String: Any]
          article?["text"] = "شيء آخر"
          line["article"] = article
        }
      }
    ),
    (
      "a changed reason", "it was changed",
      { try $0.change(try $0.line(with: "retracted")) { $0["reason"] = "other" } }
    ),
    (
      "another time", "it was changed",
      { try $0.change(2) { $0["recorded"] = "2099-01-01T00:00:00.000000Z" } }
    ),
    (
      "another id", "it was changed",
      { try $0.change(2) { $0["id"] = String(repeating: "0", count: 32) } }
    ),
    (
      "another hash", "it was changed",
      { try $0.change(2) { $0["hash"] = Digest.sha256(of: "x").description } }
    ),
    ("a line dropped", "stands where", { $0.lines.remove(at: 2) }),
    ("a line twice", "stands where", { $0.lines.insert($0.lines[2], at: 3) }),
    ("two lines swapped", "stands where", { $0.lines.swapAt(2, 3) }),
    ("the last line dropped", "cut off", { $0.lines.removeLast() }),
    (
      "another root", "its header says",
      { try $0.change(0) { $0["root"] = Digest.sha256(of: "x").description } }
    ),
    (
      "more promised than there is", "cut off",
      {
        try $0.change(0) {
          $0["until"] = 999; $0["head"] = 999
        }
      }
    ),
    ("an end beyond its head", "header was changed", { try $0.change(0) { $0["head"] = 1 } }),
    (
      "a body taken without a word", "no redaction says",
      { export in
        let index = try export.line(with: #""type":"fact""#)
        let event = try EventJSON.read(Data(export.lines[index].utf8)).event()
        let hash = try EventBody(encoding: event.payload).hash
        try export.change(index) { line in
          line["fact"] = nil
          line["bodyHash"] = hash.description
        }
      }
    ),
    (
      "a redaction of what is there", "whose body is still there",
      { export in
        let target = export.report.description
        try export.change(try export.line(with: #""type":"redacted""#)) { line in
          line["target"] = target
        }
        try export.rehash()
      }
    ),
    (
      "a redaction of nothing", "it redacts",
      { export in
        try export.change(try export.line(with: #""type":"redacted""#)) {
          $0["target"] = "desk/x@0"
        }
        try export.rehash()
      }
    ),
    (
      "times that run backwards", "before its predecessor",
      { export in
        try export.change(2) { $0["recorded"] = "2001-01-01T00:00:00.000000Z" }
        try export.rehash()
      }
    ),
    (
      "a revision left out", "stands where revision",
      { export in
        try export.change(try export.line(with: "desk/main")) { $0["revision"] = 7 }
        try export.rehash()
      }
    ),
    (
      "an id twice in a stream", "its id is",
      { export in
        let id = try export.object(1)["id"]
        try export.change(2) { $0["id"] = id }
        try export.rehash()
      }
    ),
  ]

  @Test(arguments: forgings.indices)
  func `is refused by verify with the line, and by import before anything is stored`(
    _ index: Int
  ) async throws {
    let (name, words, forge) = Self.forgings[index]
    var export = try await ForgedExport.make()
    let sound = try export.check()
    #expect(sound.isWhole)
    #expect(sound.found.heads.map(\.outcome) == [.holds])
    #expect(sound.found.head.tree == export.sealed)
    try forge(&export)
    let error = #expect(throws: TransferError.self, "\(name)") { try export.check() }
    #expect(error?.description.contains(words) == true, "\(name): \(error.map { "\($0)" } ?? "")")
    let copy = try ForgedExport.open(export.folder, "copy.store")
    let file = try export.file()
    await #expect(throws: TransferError.self, "\(name)") {
      try await copy.restore(from: file, named: "forged") { _, _ in }
    }
    #expect(try copy.log.head().tree == .empty, "\(name)")
  }

  static let rewritings: [(name: String, forge: Forging)] = [
    (
      "a changed reason",
      { try $0.change(try $0.line(with: "retracted")) { $0["reason"] = "other" } }
    ),
    (
      "a later time",
      { try $0.change($0.lines.count - 1) { $0["recorded"] = "2099-01-01T00:00:00.000000Z" } }
    ),
    ("another id", { try $0.change(2) { $0["id"] = String(repeating: "0", count: 32) } }),
    ("the last event dropped", { $0.lines.removeLast() }),
    (
      "a part that claims to be one",
      { export in
        export.lines.removeLast()
        let count = export.lines.count - 1
        try export.change(0) { $0["until"] = count }
      }
    ),
  ]

  @Test(arguments: rewritings.indices)
  func `in which all was made anew is given away by a seal, and never joins the true log`(
    _ index: Int
  ) async throws {
    let (name, forge) = Self.rewritings[index]
    var export = try await ForgedExport.make()
    let truth = try ForgedExport.open(export.folder, "true.store")
    try forge(&export)
    if index < 4 { try export.rehash() }
    let checked = try export.check()
    #expect(checked.isWhole == (index < 4))
    #expect(checked.found.heads.allSatisfy { $0.outcome != .holds }, "\(name)")
    let copy = try ForgedExport.open(export.folder, "copy.store")
    _ = try await copy.restore(from: export.file(), named: "forged") { _, _ in }
    #expect(throws: ProvingError.self, "\(name)") {
      try copy.proveConsistency(from: export.sealed, to: nil)
    }
    guard index < 3 else { return }
    let file = try export.file()
    await #expect(throws: TransferError.self, "\(name)") {
      try await truth.restore(from: file, named: "forged") { _, _ in }
    }
    #expect(try truth.log.head().tree == export.sealed)
  }
}
