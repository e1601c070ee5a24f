import Foundation
import Tarikh
import TestSupport
import Testing

@Suite struct `Salvaging a store of an earlier layout` {
  private static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Stores")

  private func header(of lines: [String]) throws -> [String: Any] {
    let line = Data(try #require(lines.first).utf8)
    return try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
  }

  private func salvage(_ path: String) throws -> [String] {
    var lines: [String] = []
    _ = try Timeline.salvage(storeAt: path) { _, _ in
    } line: { line, _, _ in
      lines.append(String(decoding: line, as: UTF8.self))
    }
    return lines
  }

  @Test(arguments: ["1", "2"])
  func `gives the head that the log has, though the last event is lost`(format: String) throws {
    let folder = try TemporaryFolder()
    let store = folder.url.appending(path: "store")
    try FileManager.default.copyItem(
      at: Self.fixtures.appending(path: format), to: store)
    let whole = try salvage(store.path)
    let last = try #require(whole.last)
    let event = try #require(
      try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
    let id = try #require(event["id"] as? String)
    let bytes = stride(from: 0, to: id.count, by: 2).compactMap { start in
      let from = id.index(id.startIndex, offsetBy: start)
      return UInt8(id[from..<id.index(from, offsetBy: 2)], radix: 16)
    }
    let file = store.appending(path: "log/data.mdb")
    var data = try Data(contentsOf: file)
    var found = 0
    for variant in [Data(bytes), Data(bytes[..<8].reversed() + bytes[8...].reversed())] {
      while let range = data.range(of: variant) {
        data[range.lowerBound] ^= 0xFF
        found += 1
      }
    }
    #expect(found > 0)
    try data.write(to: file)
    let cut = try salvage(store.path)
    #expect(cut.count == whole.count - 1)
    let (before, after) = (try header(of: whole), try header(of: cut))
    #expect(before["root"] as? String == after["root"] as? String)
    #expect(before["head"] as? Int == after["head"] as? Int)
  }
}
