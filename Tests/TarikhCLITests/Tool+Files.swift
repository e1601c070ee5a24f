import Foundation
import TestSupport

extension Tool {
  func url(_ name: String) -> URL { folder.url.appending(path: name) }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

  /// The names in a folder, sorted.
  func content(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(name).path).sorted()
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
  }

  /// What was begun under another name and not taken away.
  func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.contains(".part") }
  }

  /// Flips a bit in every place of a file where the word is.
  func flipWord(_ word: String, in name: String) throws {
    var bytes = try bytes(name)
    let word = Data(word.utf8)
    var found = 0
    while let range = bytes.range(of: word) {
      bytes[range.lowerBound + 1] ^= 1
      found += 1
    }
    guard found > 0 else { throw CocoaError(.fileReadCorruptFile) }
    try bytes.write(to: url(name))
  }

  /// Waits until some process has a lock on the file, as Linux lists them.
  func awaitHolder(of name: String) throws {
    for _ in 0..<1000 {
      let attributes = try? FileManager.default.attributesOfItem(atPath: url(name).path)
      if let number = attributes?[.systemFileNumber] as? UInt64,
        let list = try? String(contentsOfFile: "/proc/locks", encoding: .utf8),
        list.contains(":\(number) ")
      {
        return
      }
      usleep(10_000)
    }
    throw CocoaError(.fileLocking)
  }
}
