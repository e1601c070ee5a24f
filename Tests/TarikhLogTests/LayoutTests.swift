import Foundation
import LMDB
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// The bytes on disk are a promise: a released layout stays readable for ever.
@Suite struct `The layout of the tables` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `is this, key by key`() async throws {
    let clock = TestClock()
    clock.set(RecordedTime(rawValue: 0x1111))
    do {
      let log = try LMDBEventLog.open(at: folder.url, options: .test(clock))
      try await log.append(
        [received("نص"), event("b")], texts: [text("نص")], to: stream("مقال"), expecting: .any)
      try await log.append(events("a"), to: "s")
      try await log.append(events("c"), to: "مقال")
    }
    let tables = try Tables(at: folder.path)
    let number: (UInt64) -> String = { String(format: "%016lx", $0) }
    #expect(tables.keys("events") == (1...4).map { number($0) })
    let chunks: [(String, [(EventID, UInt64)])] = [
      ("s", [(id("a"), 3)]), ("مقال", [(id("received"), 1), (id("b"), 2), (id("c"), 4)]),
    ]
    #expect(
      tables.entries("chunks")
        == chunks.map { name, events in
          let key = StreamChunkKey(stream(name), .zero)
          var chunk = StreamChunk(from: .zero)
          for (id, position) in events { chunk.append(id, at: position) }
          return [hexadecimal(key.bytes), hexadecimal(chunk.encoded(under: key))]
        })
    #expect(
      tables.entries("texts")
        == [[Digest.sha256(of: "نص").hexadecimal, hexadecimal(Array("نص".utf8))]])
    #expect(tables.entries("tree") == [])
    let records = tables.values("events").map { record in
      String(record.dropFirst(2 * 56).prefix(2 * 32))
    }
    let leaves = records.compactMap { Digest(hexadecimal: $0) }
    let left = MerkleHash.node(leaves[0], leaves[1])
    let right = MerkleHash.node(leaves[2], leaves[3])
    let root = MerkleHash.node(left, right).hexadecimal
    // Four leaves are one complete subtree: its root is the root.
    #expect(
      tables.entries("meta") == [
        [hexadecimal(Array("format".utf8)), number(2)],
        [
          hexadecimal(Array("head".utf8)),
          number(4) + number(2) + number(~2) + root + root,
        ],
      ])
  }

  @Test func `keeps a chunk's events in these bytes`() throws {
    let key = StreamChunkKey(try StreamName("s"), 7)
    #expect(hexadecimal(key.bytes) == "73000000000000000007")
    var chunk = StreamChunk(from: 7)
    chunk.append(EventID(high: 1, low: 0x1122_3344_5566_7788), at: 300)
    chunk.append(EventID(high: 1, low: 2), at: 301)
    let bytes = chunk.encoded(under: key)
    #expect(hexadecimal(Array(bytes.dropFirst(8))) == "02008877665502000000" + "ac0201")
    #expect(StreamChunk(bytes.span.bytes, key: key) == chunk)
    #expect(StreamChunk(bytes.span.bytes, key: StreamChunkKey(try StreamName("t"), 7)) == nil)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 4
      #expect(StreamChunk(changed.span.bytes, key: key) == nil)
    }
  }

  @Test func `keeps the larger subtrees of the Merkle tree`() async throws {
    do {
      let log = try LMDBEventLog.open(at: folder.url, options: .test())
      for batch in 0..<3 {
        try await log.append((0..<256).map { event("\(batch) \($0)") }, to: "s\(batch)")
      }
      try log.expectSound()
    }
    let tables = try Tables(at: folder.path)
    let keys = tables.keys("tree")
    let subtrees: [(Int, Int)] = [(8, 0), (8, 1), (8, 2), (9, 0)]
    #expect(keys == subtrees.map { String(format: "%016lx%016lx", $0, $1) })
    let nodes = tables.values("tree").compactMap { Digest(hexadecimal: $0) }
    #expect(nodes[3] == MerkleHash.node(nodes[0], nodes[1]))
  }

  @Test func `of another version is refused with its number`() async throws {
    _ = try LMDBEventLog.open(at: folder.url, options: .test())
    do {
      let environment = try Environment(
        at: folder.path, options: .tables(access: .readWrite), tables: ["meta"])
      try environment.write { transaction throws(LMDBError) in
        let key = Array("format".utf8)
        try transaction.put(
          BigEndianKey([7]).bytes, forKey: key.span.bytes, in: environment.table("meta"),
          .replacing)
      }
    }
    let failure = #expect(throws: StorageFailure.self) {
      _ = try LMDBEventLog.open(at: folder.url, options: .test())
    }
    #expect(failure?.kind == .damaged)
    #expect(failure?.description.contains("layout 7") == true)
  }
}

extension Environment.Options {
  static func tables(access: Environment.Access) -> Environment.Options {
    Environment.Options(
      mapSize: 1 << 20, tableLimit: 7, readerLimit: 8, durability: .unsafeNoSync, access: access,
      pageChecking: .everyPage, fileMode: 0o600)
  }
}

/// Everything in the tables, in hexadecimal digits.
private struct Tables {
  private var contents: [String: [[String]]] = [:]

  init(at path: String) throws {
    let names = ["events", "chunks", "texts", "tree", "meta"]
    let environment = try Environment(
      at: path, options: .tables(access: .readOnly), tables: names)
    for name in names {
      let table = environment.table(name)
      contents[name] = try environment.read { transaction throws(LMDBError) in
        var found: [[String]] = []
        var cursor = try transaction.cursor(over: table)
        while let entry = try cursor.next() {
          found.append([hexadecimal(entry.key.copied), hexadecimal(entry.value.copied)])
        }
        return found
      }
    }
  }

  func entries(_ name: String) -> [[String]] { contents[name] ?? [] }
  func keys(_ name: String) -> [String] { entries(name).map { $0[0] } }
  func values(_ name: String) -> [String] { entries(name).map { $0[1] } }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { String(format: "%02x", $0) }.joined()
}
