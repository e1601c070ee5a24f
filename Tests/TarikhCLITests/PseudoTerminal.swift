import Foundation
import TestSupport
import Testing

/// Runs the command on a terminal that nobody looks at.
struct PseudoTerminal {
  private let master: CInt
  private let name: String

  init() throws {
    #if os(Linux)
      // TIOCSPTLCK and TIOCGPTN: glibc hides unlockpt and ptsname from Swift.
      master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (lock, number): (CInt, CUnsignedInt) = (0, 0)
      try #require(master >= 0 && ioctl(master, 0x4004_5431, &lock) == 0)
      try #require(ioctl(master, 0x8004_5430, &number) == 0)
      name = "/dev/pts/\(number)"
    #else
      master = posix_openpt(O_RDWR | O_NOCTTY)
      try #require(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0)
      name = String(cString: try #require(ptsname(master)))
    #endif
  }

  /// What `tarikh` writes to it; it is a hundred columns wide where `environment` says no other.
  func run(
    _ tool: Tool, _ arguments: [String], _ environment: [String: String] = [:]
  ) throws -> String {
    let slave = open(name, O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    let process = Process()
    process.executableURL = Tool.products.appending(path: "tarikh")
    process.arguments = arguments
    process.currentDirectoryURL = tool.folder.url
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables["COLUMNS"] = "100"
    variables["TERM"] = "xterm"
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardError = FileHandle.nullDevice
    try process.run()
    close(slave)
    let output = readToEnd()
    process.waitUntilExit()
    close(master)
    #expect(process.terminationStatus == 0)
    return output
  }

  /// The master ends with an error once nobody has the terminal open any more.
  private func readToEnd() -> String {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(master, &buffer, buffer.count), count > 0 {
      data.append(contentsOf: buffer[..<count])
    }
    return String(decoding: data, as: UTF8.self)
  }
}
