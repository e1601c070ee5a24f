import Foundation

/// The program that crashes stores, run as a process of its own.
enum Harness {
  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    /// The number that stands before `words`; 0 where there is none.
    func number(before words: String) -> Int {
      let parts = output.split(whereSeparator: { ",:\n".contains($0) })
      let part = parts.first { $0.hasSuffix(" " + words) }
      return part.flatMap { Int($0.dropLast(words.count).filter(\.isNumber)) } ?? 0
    }
  }

  /// Where the products lie: beside the test bundle.
  private static let program = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "tarikh-crash")

  static func run(_ arguments: String...) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let output = Pipe()
    let errors = FileManager.default.temporaryDirectory.appending(
      path: "tarikh-crash-test-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: text,
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
