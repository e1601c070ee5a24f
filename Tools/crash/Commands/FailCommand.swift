import ArgumentParser
import Foundation

/// The child whose disk fails: tries each fault at each call in turn.
struct FailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fail", abstract: "Work on a failing disk, as a child does.",
    shouldDisplay: false)

  @Option var root: String
  @Option(help: "The folder that each run begins with.") var base: String
  @Option var control: String
  @Option(help: "The first fault.") var fault: Int
  @Option(help: "The first call that fails.") var number: Int
  @Option var scenario: Scenario
  @Option(help: "The log or store that is taken over.") var source: String
  @Option(help: "A folder that does not fail.") var scratch: String
  @Option(help: "Only every so many calls fail.") var stride: Int

  func run() async throws {
    let control = try NoteFile(at: control)
    var number = number
    for index in fault..<DiskFault.all.count {
      while try await fails(DiskFault.all[index], index, number, control) { number += stride }
      number = 1 + (index + 1) % stride
    }
  }

  /// One run in a folder of its own; whether the fault has struck.
  private func fails(
    _ fault: DiskFault, _ index: Int, _ number: Int, _ control: NoteFile
  ) async throws -> Bool {
    let folder = URL(filePath: root).appending(path: "\(index)-\(number)")
    try FileManager.default.copyItem(atPath: base, toPath: folder.path)
    say("begin\t\(index)\t\(number)")
    do {
      guard try await hasStruck(fault, folder, number, control) else {
        try FileManager.default.removeItem(at: folder)
        return false
      }
      // Opened once more in another process; what an operation leaves was looked at already.
      if scenario != .append { try FileManager.default.removeItem(at: folder) }
      say("sound\t\(index)\t\(number)")
    } catch let finding as Finding {
      _ = try control.order("!heal", at: self.control)
      say("finding\t\(index)\t\(number)\t\(fault), call \(number): \(finding)")
    }
    return true
  }

  private func hasStruck(
    _ fault: DiskFault, _ folder: URL, _ number: Int, _ control: NoteFile
  ) async throws -> Bool {
    let place = ScenarioFolder(root: folder)
    if scenario == .append {
      let run = FaultRun(
        folder: place, fault: fault, control: control, controlPath: self.control)
      return try await run.run(number)
    }
    let run = OperationFaultRun(
      scenario: scenario, folder: place, source: URL(filePath: source), fault: fault,
      control: control, controlPath: self.control, scratch: URL(filePath: scratch))
    do { return try await run.run(number) } catch let error where !(error is Finding) {
      throw Finding("\(error)")
    }
  }

  private func say(_ line: String) {
    // At once: the next call may end this process.
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }
}
