import Foundation
import LMDB
import Synchronization
import TestSupport
import Testing

/// What is deleted and scrubbed is in the file no longer; everything else is as it was.
@Suite struct `Scrubbing` {
  let folder: TemporaryFolder
  let environment: Environment
  let table: Table

  init() throws {
    folder = try TemporaryFolder()
    environment = try Environment.test(at: folder)
    table = environment.table("table")
  }

  private func put(_ value: String, _ key: String) throws {
    try environment.write { transaction throws(LMDBError) in
      try transaction.put(value, key, in: table)
    }
  }

  private func delete(_ key: String) throws {
    try environment.write { transaction throws(LMDBError) in
      _ = try transaction.delete(key: bytes(key).span.bytes, in: table)
    }
  }

  private func scrub(patience: Duration = .seconds(5)) throws -> ScrubReport {
    try environment.scrub(patience: patience) { _, _ in }
  }

  private func entries() throws -> [[String]] {
    try environment.read { transaction throws(LMDBError) in try transaction.entries(of: table) }
  }

  private func fileHolds(_ word: String) throws -> Bool {
    let file = try Data(contentsOf: folder.url.appending(path: "data.mdb"))
    return file.range(of: Data(word.utf8)) != nil
  }

  @Test(arguments: [30, 1500, 20_000])
  func `takes a deleted value out of the file`(length: Int) throws {
    let value = "the-secret-word" + String(repeating: "x", count: length)
    for round in 0..<20 { try put("neighbour \(round)", "n\(round)") }
    try put(value, "key")
    for round in 20..<40 { try put("neighbour \(round)", "n\(round)") }
    try delete("key")
    #expect(try fileHolds("the-secret-word"), "nothing to scrub: the test shows nothing")
    let report = try scrub()
    #expect(report.isComplete)
    #expect(report.zeroedBytes > 0)
    #expect(try !fileHolds("the-secret-word"))
    #expect(try environment.findDamage() == nil)
    #expect(try entries().count == 40)
  }

  @Test func `takes out what a shorter value was written over`() throws {
    try put("the-secret-word" + String(repeating: "x", count: 9_000), "long")
    try put("y the-secret-word", "short")
    try put("z", "long")
    try put("z", "short")
    _ = try scrub()
    #expect(try !fileHolds("the-secret-word"))
    #expect(try entries() == [["long", "z"], ["short", "z"]])
  }

  @Test func `a second scrub zeroes no more than what its own commits left`() throws {
    for round in 0..<300 { try put(String(repeating: "w\(round)", count: 400), "k\(round)") }
    for round in 0..<300 { try delete("k\(round)") }
    let first = try scrub()
    let second = try scrub()
    #expect(first.zeroedBytes > 10 * second.zeroedBytes, "\(first) \(second)")
  }

  @Test func `a reader of an old snapshot keeps its words, is named, and reads on`() throws {
    try put("the-secret-word", "key")
    let isReading = DispatchSemaphore(value: 0)
    let mayEnd = DispatchSemaphore(value: 0)
    let hasEnded = DispatchSemaphore(value: 0)
    let read = Mutex<[String?]>([])
    let reader = Foundation.Thread {
      let texts = try? environment.read { transaction throws(LMDBError) in
        let before = try transaction.text("key", in: table)
        isReading.signal()
        mayEnd.wait()
        return [before, try transaction.text("key", in: table)]
      }
      read.withLock { $0 = texts ?? [] }
      hasEnded.signal()
    }
    reader.start()
    isReading.wait()
    try delete("key")
    let report = try scrub(patience: .milliseconds(20))
    #expect(!report.isComplete)
    #expect(report.readers.map(\.process) == [getpid()])
    #expect(try fileHolds("the-secret-word"))
    mayEnd.signal()
    hasEnded.wait()
    #expect(read.withLock { $0 } == ["the-secret-word", "the-secret-word"])
    #expect(try scrub().isComplete)
    #expect(try !fileHolds("the-secret-word"))
  }

  @Test func `is refused where nothing may be written`() throws {
    try put("value", "key")
    let copy = try TemporaryFolder()
    try environment.copy(to: copy.path, compacting: false)
    let reading = try Environment.test(at: copy, .test(access: .readOnly))
    #expect(throws: LMDBError.accessDenied) {
      try reading.scrub(patience: .zero) { _, _ in }
    }
  }

  @Test(arguments: 0..<6)
  func `random histories leave only what is stored`(round: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    var stored: [String: String] = [:]
    var words = Set<String>()
    for step in 0..<300 {
      try environment.write { transaction throws(LMDBError) in
        for part in 0..<Int.random(in: 1...8, using: &random) {
          let key = "k\(Int.random(in: 0..<150, using: &random))"
          if Int.random(in: 0..<3, using: &random) == 0 {
            _ = try transaction.delete(key: bytes(key).span.bytes, in: table)
            stored[key] = nil
          } else {
            let word = "<\(step).\(part)>"
            words.insert(word)
            let longest = Int.random(in: 0..<10, using: &random) == 0 ? 2_000 : 60
            let count = Int.random(in: 1...longest, using: &random)
            let value = String(repeating: word, count: count)
            try transaction.put(value, key, in: table)
            stored[key] = value
          }
        }
      }
    }
    let report = try scrub()
    #expect(report.isComplete)
    let found = try entries()
    #expect(Dictionary(uniqueKeysWithValues: found.map { ($0[0], $0[1]) }) == stored)
    #expect(try environment.findDamage() == nil)
    let file = try Data(contentsOf: folder.url.appending(path: "data.mdb"))
    let text = String(decoding: file, as: UTF8.self)
    let left = Set(text.matches(of: /<\d+\.\d+>/).map { String($0.output) })
    let kept = Set(words.filter { word in stored.values.contains { $0.hasPrefix(word) } })
    #expect(left == kept, "seed \(seed)")
  }
}
