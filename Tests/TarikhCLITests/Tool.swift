import Foundation
import Synchronization
import TestSupport

/// Runs the real command as a process of its own.
struct Tool {
  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Each line of output as a JSON object.
    func objects() throws -> [[String: Any]] {
      try lines.map { line in
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      }
    }
  }

  /// The folder that all paths are relative to.
  let folder: TemporaryFolder
  var environment: [String: String] = [:]

  init() throws { folder = try TemporaryFolder() }

  /// Where the products lie: beside the test bundle.
  static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// Runs `tarikh` to its end.
  @discardableResult
  func run(_ arguments: [String], input: Data? = nil) throws -> Run {
    try run(product: "tarikh", arguments, input: input)
  }

  @discardableResult
  func run(_ arguments: String..., input: String? = nil) throws -> Run {
    try run(arguments, input: input.map { Data($0.utf8) })
  }

  func run(product: String, _ arguments: [String], input: Data? = nil) throws -> Run {
    let (process, output, errors) = try start(product: product, arguments, input: input)
    let text = Mutex(Data())
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      let data = errors.fileHandleForReading.readDataToEndOfFile()
      text.withLock { $0 = data }
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    group.wait()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: data, as: UTF8.self),
      errors: String(decoding: text.withLock { $0 }, as: UTF8.self))
  }

  /// Starts a process and leaves it running.
  func start(
    product: String = "tarikh", _ arguments: [String], input: Data? = nil
  ) throws -> (Process, output: Pipe, errors: Pipe) {
    let process = Process()
    process.executableURL =
      product.hasPrefix("/") ? URL(filePath: product) : Self.products.appending(path: product)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    if let input {
      let file = folder.url.appending(path: "input-\(UUID().uuidString)")
      try input.write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    return (process, output, errors)
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    let url = folder.url.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.url.appending(path: name).path)
  }
}
