import Foundation
import Tarikh
import TestSupport
import Testing

/// A store of some hundred events, several pages deep, with texts and long events.
private struct Wreck {
  let folder: TemporaryFolder
  var path: String { folder.url.appending(path: "a.store").path }
  var file: URL { URL(filePath: path).appending(path: "log/data.mdb") }
  static let pageSize = 4096

  /// A copy of the store's log, and its export.
  static func make() async throws -> (Wreck, export: [String]) {
    let (data, export) = try await original.value
    let wreck = Wreck(folder: try TemporaryFolder())
    try FileManager.default.createDirectory(
      at: wreck.file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: wreck.file)
    return (wreck, export)
  }

  private static let original = Task { try await makeOriginal() }

  private static func makeOriginal() async throws -> (Data, export: [String]) {
    let wreck = Wreck(folder: try TemporaryFolder())
    var random = SplitMix64(seed: 1)
    let timeline = try Timeline.open(
      at: wreck.path, options: TimelineOptions(access: .create))
    for number in 0..<8 {
      let long = number == 5 ? String(repeating: " وقالت مصادر إن العدد لم يتغير.", count: 300) : ""
      _ = try await timeline.ingest(
        ArticleInput(
          text: "\(number) قالت وزارة الدفاع إن \(number) جنديا غادروا تشاد أمس.\(long)",
          title: "خبر \(number)"))
    }
    for number in 0..<40 {
      let events = (0..<5).map { part in
        let value = String(repeating: "<\(number).\(part)>", count: number % 7 == 0 ? 700 : 8)
        return NewEvent(
          id: EventID(using: &random),
          payload: .fact(
            Fact(
              subject: EntityID(rawValue: "place:x"), attribute: "a", value: value,
              from: Day(rawValue: number), to: nil)))
      }
      _ = try await timeline.append(
        events, to: try StreamName("desk/\(number % 9)"), expecting: .any)
    }
    let target = EventAddress(stream: try StreamName("desk/3"), revision: .zero)
    _ = try await timeline.redact(target, reason: "r", by: "b")
    var export: [String] = []
    try timeline.export(ExportSelection()) { line, _, _ in
      export.append(String(decoding: line, as: UTF8.self))
    }
    return (try Data(contentsOf: wreck.file), export)
  }

  /// Changes the bytes of the log's file.
  func damage(_ change: (inout Data) -> Void) throws {
    var data = try Data(contentsOf: file)
    change(&data)
    try data.write(to: file)
  }

  func salvage() throws -> (found: Salvage, lines: [String]) {
    var lines: [String] = []
    let found = try Timeline.salvage(storeAt: path) { _, _ in
    } line: { line, _, _ in
      lines.append(String(decoding: line, as: UTF8.self))
    }
    return (found, lines)
  }

  /// Imports the lines into a store of its own; gives its head.
  func take(_ lines: [String]) async throws -> LogHead {
    let url = folder.url.appending(path: "salvaged.ndjson")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
    let copy = try Timeline.open(
      at: folder.url.appending(path: "copy").path, options: TimelineOptions(access: .create))
    do {
      return try await copy.restore(
        from: FileHandle(forReadingFrom: url), named: "salvaged", progress: { _, _ in }
      ).head
    } catch is TransferError {
      #expect(try copy.log.verify { _, _ in }.findings == [])
      return try copy.log.head()
    }
  }
}

@Suite struct `Salvaging a damaged store` {
  @Test func `gives the export of a sound one`() async throws {
    let (wreck, export) = try await Wreck.make()
    let (found, lines) = try wreck.salvage()
    #expect(found.isWhole)
    #expect(lines.dropFirst() == export.dropFirst())
    #expect(lines.first?.contains(#""salvaged":{"lost":[],"missingTexts":[]}"#) == true)
    #expect(try await wreck.take(lines).position == found.head)
  }

  @Test func `needs neither meta page`() async throws {
    let (wreck, export) = try await Wreck.make()
    try wreck.damage {
      $0.replaceSubrange(0..<2 * Wreck.pageSize, with: Data(count: 2 * Wreck.pageSize))
    }
    let (found, lines) = try wreck.salvage()
    #expect(found.isWhole)
    #expect(lines.dropFirst() == export.dropFirst())
  }

  @Test func `needs no branch page and no page's header`() async throws {
    let (wreck, export) = try await Wreck.make()
    try wreck.damage { data in
      var page = 0
      while page < data.count {
        let flags = data[page + 10]
        // The pages behind the first of a long value are all content.
        let count = flags == 4 ? Int(data[page + 12]) : 1
        if flags == 1 {
          data.replaceSubrange(page..<page + Wreck.pageSize, with: Data(count: Wreck.pageSize))
        } else if flags != 4 {
          data.replaceSubrange(page..<page + 16, with: Data(repeating: 0xEE, count: 16))
        }
        page += count * Wreck.pageSize
      }
    }
    let (found, lines) = try wreck.salvage()
    #expect(found.isWhole)
    #expect(lines.dropFirst() == export.dropFirst())
  }

  @Test(arguments: [0.2, 0.5, 0.8])
  func `of a file that was cut short gives what is left, and says what is lost`(
    share: Double
  ) async throws {
    let (wreck, export) = try await Wreck.make()
    try wreck.damage { $0 = $0.prefix(Int(Double($0.count) * share) + 77) }
    let (found, lines) = try wreck.salvage()
    let whole = Set(export)
    // An article whose text is lost is given without it.
    for line in lines.dropFirst() where !line.contains("article.received") {
      // A redaction that was lost leaves the words that it erased, unless they were scrubbed.
      #expect(whole.contains(line) || line.contains("<3.0>"))
    }
    #expect(Int(found.events) == lines.count - 1)
    let lost = found.lost.reduce(0) { $0 + $1.count }
    #expect(UInt64(lost) + found.events == found.head.rawValue)
  }

  @Test func `an import takes it up to the first hole, and explains`() async throws {
    let (wreck, _) = try await Wreck.make()
    var lines = try wreck.salvage().lines
    lines.remove(at: 150)
    #expect(try await wreck.take(lines).position == Position(rawValue: 149))
  }

  @Test func `redacted words are not given out, although they lie in a free page`() async throws {
    let (wreck, _) = try await Wreck.make()
    let file = try Data(contentsOf: wreck.file)
    #expect(file.range(of: Data("<3.0>".utf8)) != nil, "scrubbed: the test shows nothing")
    // The erased version of the record goes; an older one is found.
    let lines = try wreck.salvage().lines
    #expect(!lines.contains { $0.contains("<3.0>") })
    #expect(lines.contains { $0.contains(#""address":"desk/3@0""#) && $0.contains("bodyHash") })
  }

  @Test(arguments: 0..<6)
  func `whatever happened to the bytes, what it gives is what was stored`(round: Int) async throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    let (copy, export) = try await Wreck.make()
    try copy.damage { data in
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let start = Int.random(in: 0..<data.count, using: &random)
        let count = min(data.count - start, [1, 8, 512, 4096].randomElement(using: &random) ?? 1)
        let byte = UInt8.random(in: 0...255, using: &random)
        data.replaceSubrange(start..<start + count, with: Data(repeating: byte, count: count))
      }
    }
    let lines = try copy.salvage().lines
    let whole = Set(export)
    for line in lines.dropFirst() where !line.contains("article.received") {
      // A redaction that was lost leaves the words that it erased.
      #expect(whole.contains(line) || line.contains("<3.0>"), "seed \(seed)")
    }
  }
}
