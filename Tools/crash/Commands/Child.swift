import Foundation

/// This program once more, as a process of its own.
struct Child {
  /// What a child left behind.
  struct Exit {
    /// The status, or minus the signal that ended it.
    var status: Int32
    var output: String
    var errors: String
  }

  /// The library that stands between the child and libc.
  struct Preload {
    var root: String
    var trace: String?
    var control: String

    /// The library lies beside the program.
    static var library: URL {
      get throws {
        let url = try program.deletingLastPathComponent().appending(path: "libCrashPreload.so")
        guard FileManager.default.fileExists(atPath: url.path) else {
          throw CrashError("\(url.path) is missing: build all products (swift build)")
        }
        return url
      }
    }

    var environment: [String: String] {
      get throws {
        var variables = [
          "LD_PRELOAD": try Self.library.path, "TARIKH_CRASH_ROOT": root,
          "TARIKH_CRASH_CONTROL": control,
        ]
        variables["TARIKH_CRASH_TRACE"] = trace
        return variables
      }
    }
  }

  var arguments: [String]
  var preload: Preload?

  static var program: URL {
    get throws {
      guard let path = Bundle.main.executablePath else { throw CrashError("no program") }
      return URL(filePath: path).resolvingSymlinksInPath()
    }
  }

  func start(output: Any, errors: Any) throws -> Process {
    let process = Process()
    process.executableURL = try Self.program
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    if let preload { environment.merge(try preload.environment) { $1 } }
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  /// Runs the child to its end.
  func run() throws -> Exit {
    let output = Pipe()
    // A file, since nobody reads it while the output is read.
    let place = FileManager.default.temporaryDirectory.appending(
      path: "tarikh-crash-\(UUID().uuidString)")
    try Data().write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    let errors = try FileHandle(forWritingTo: place)
    let process = try start(output: output, errors: errors)
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: place), as: UTF8.self)
    let isSignal = process.terminationReason == .uncaughtSignal
    return Exit(
      status: isSignal ? -process.terminationStatus : process.terminationStatus, output: text,
      errors: said)
  }
}
