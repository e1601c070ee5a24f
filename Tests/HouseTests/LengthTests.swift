import Foundation
import Testing

@Suite struct `Files and functions stay small` {
  static let fileLimit = 400
  static let medianLimit = 120
  static let functionLimit = 70

  static let folders = ["Sources", "Tests", "Tools/bench", "Tools/crash"]

  @Test func `no file is longer than four hundred lines`() throws {
    for file in try SourceFile.all(below: Self.folders) where file.lines.count > Self.fileLimit {
      Issue.record("\(file.path): \(file.lines.count) lines, limit \(Self.fileLimit): split it")
    }
  }

  @Test func `the median file is shorter than one hundred and twenty lines`() throws {
    let lengths = try SourceFile.all(below: ["Sources"]).map(\.lines.count).sorted()
    #expect(lengths[lengths.count / 2] < Self.medianLimit)
  }

  @Test func `no function is longer than seventy lines`() throws {
    for file in try SourceFile.all(below: Self.folders) {
      for (index, length) in functions(of: file) where length > Self.functionLimit {
        Issue.record(
          "\(file.place(index)): function is \(length) lines, limit \(Self.functionLimit)")
      }
    }
  }

  /// Index of the first line, and length, of each function; the formatter puts the closing brace
  /// at the indentation of the declaration.
  private func functions(of file: SourceFile) -> [(Int, Int)] {
    file.code.indices.compactMap { index in
      let line = file.code[index]
      guard Self.declares(line), !line.contains("}") else { return nil }
      let indentation = line.prefix(while: { $0 == " " })
      let head = file.code[index...].prefix { !$0.isEmpty }
      guard head.contains(where: { $0.hasSuffix("{") }) else { return nil }
      let closing = "\(indentation)}"
      let end = file.code[index...].firstIndex(of: closing)
      return end.map { (index, $0 - index + 1) }
    }
  }

  private static func declares(_ line: String) -> Bool {
    let words = line.split { " (<".contains($0) }
    return words.contains { ["func", "init", "deinit", "subscript"].contains($0) }
  }
}
