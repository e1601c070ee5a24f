import Foundation
import TestSupport
import Testing

@Suite struct `Redacting, and a store that is damaged` {
  private static let words = ["الوادي", "1000"]

  /// A store with an article, and its stream.
  private func prepared() throws -> (Tool, stream: String) {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "a.txt")
    #expect(try tool.run("ingest", "a.txt").status == 0)
    let stream = try #require(try tool.run("streams", "--json").objects()[0]["stream"] as? String)
    return (tool, stream)
  }

  private func file(_ tool: Tool, _ part: String) -> URL {
    tool.folder.url.appending(path: "tarikh.store/\(part)/data.mdb")
  }

  @Test func `redact erases from every file, says who and why, and cannot be undone`() throws {
    let (tool, stream) = try prepared()
    let count = try tool.run("read", stream, "--json").lines.count
    let one = try tool.run("redact", "\(stream)@1", "--reason", "names a source", "--by", "me")
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.errors.contains("\(stream)@0: may still say some of the words"))
    let all = (0..<count).map { "\(stream)@\($0)" }
    let run = try tool.run(["redact"] + all + ["--reason", "safety", "--by", "me"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.errors.contains("may still say"))
    for part in ["log", "views"] {
      let data = try Data(contentsOf: file(tool, part))
      #expect(data.range(of: Data("قاعدة الوادي".utf8)) == nil, "\(part)")
    }
    let events = try tool.run("read", stream, "--json").objects()
    #expect(events[1]["bodyHash"] != nil)
    #expect(events[count]["reason"] as? String == "names a source")
    #expect(events[count]["by"] as? String == "me")
    #expect(try tool.run("verify").status == 0)
    #expect(try tool.run("retract", "\(stream)@\(count)", "--reason", "undo").status == 65)
    #expect(try tool.run("redact", "\(stream)@\(count)", "--reason", "undo").status == 65)
    let again = try tool.run("redact", "\(stream)@1", "--reason", "again", "--json")
    #expect(try again.objects()[0]["alreadyStored"] as? Bool == true)
    let scrub = try tool.run("scrub", "--json")
    #expect(try scrub.objects()[0]["complete"] as? Bool == true, "\(scrub.errors)")
  }

  @Test func `reading goes on behind a damaged event, export and append do not`() throws {
    let (tool, stream) = try prepared()
    let whole = try tool.run("log", "--json").lines
    let salvage = try tool.run("salvage", "--to", "whole.ndjson")
    #expect(salvage.status == 0, "\(salvage.errors)")
    var data = try Data(contentsOf: file(tool, "log"))
    // The quote of the last report, wherever its record lies in the log's file.
    let last = try #require(try tool.run("read", stream, "--json").objects().last)
    let report = try #require(last["report"] as? [String: Any])
    let quote = try #require((report["evidence"] as? [String: Any])?["quote"] as? String)
    var start = data.startIndex
    while let found = data.range(of: Data(quote.utf8), in: start..<data.endIndex) {
      data[found.lowerBound] ^= 1
      start = found.upperBound
    }
    try data.write(to: file(tool, "log"))
    let log = try tool.run("log", "--json")
    #expect(log.status == 74)
    #expect(log.errors.contains("is damaged and left out"))
    #expect(log.lines.count < whole.count)
    #expect(Set(log.lines).isSubset(of: whole))
    let read = try tool.run("read", stream, "--backwards", "--json")
    #expect(read.status == 74)
    #expect(Set(read.lines).isSubset(of: whole))
    let export = try tool.run("export", "--to", "e.ndjson")
    #expect(export.status == 74)
    #expect(export.errors.contains("tarikh salvage"))
    #expect(!tool.exists("e.ndjson"))
    let append = try tool.run("redate", stream, "2025-03-11", "--reason", "r")
    #expect(append.status == 74)
    #expect(append.errors.contains("tarikh salvage"))
    let salvaged = try tool.run("salvage", "--to", "s.ndjson")
    #expect(salvaged.status == 4)
    #expect(salvaged.errors.contains("lost are the events at"))
    let copy = try tool.run("import", "s.ndjson", "--store", "copy")
    #expect(copy.status == 65 || copy.status == 0, "\(copy.errors)")
    // No store is made where not even the first event is whole.
    if tool.exists("copy") { #expect(try tool.run("verify", "--store", "copy").status == 0) }
  }

  @Test(arguments: ["log", "views"])
  func `a page that LMDB faults on ends the command with a message`(part: String) throws {
    let (tool, _) = try prepared()
    try spoilOffsets(of: file(tool, part)) { !$0.listsTables }
    let run = try tool.run("timeline")
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.hasPrefix("tarikh: "))
    let verify = try tool.run("verify")
    #expect(verify.status == 74)
    #expect((verify.output + verify.errors).contains("page "), "\(verify.output)\(verify.errors)")
  }

  @Test func `views whose list of tables is damaged are built anew, with the same answers`() throws
  {
    let (tool, _) = try prepared()
    let whole = try tool.run("timeline", "--json").lines
    try spoilOffsets(of: file(tool, "views")) { $0.listsTables }
    let again = try tool.run("timeline", "--json")
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.lines == whole)
    #expect(try tool.run("verify").status == 0)
  }

  /// Gives the leaf pages that are asked for node offsets that lead out of the page.
  private func spoilOffsets(of file: URL, where isSpoilt: (LeafPage) -> Bool) throws {
    var data = try Data(contentsOf: file)
    for start in stride(from: 2 * 4096, to: data.count, by: 4096) where data[start + 10] == 2 {
      guard isSpoilt(LeafPage(bytes: data[start..<start + 4096])) else { continue }
      for place in stride(from: 16, to: 64, by: 2) {
        data[start + place] = 0xF0
        data[start + place + 1] = 0xFF
      }
    }
    try data.write(to: file)
  }
}

/// A leaf page of LMDB's file, as `mdb.c` lays it out.
private struct LeafPage {
  var bytes: Data

  /// Whether the first node holds a table (`F_SUBDATA`), as in the list of all tables.
  var listsTables: Bool {
    let first = bytes.startIndex
    let node = first + (Int(bytes[first + 16]) | Int(bytes[first + 17]) << 8)
    return bytes.indices.contains(node + 4) && bytes[node + 4] & 2 != 0
  }
}
