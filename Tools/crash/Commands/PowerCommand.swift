import ArgumentParser
import Foundation

/// Cuts the power at every write and every sync of each scenario.
struct PowerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: "Cut the power at every write and sync, and look at what may be left.",
    discussion: """
      Each scenario runs once in a child whose calls are written down. For each call, folders are
      laid out that a disk may hold if the power goes there: what was synced, and any part of
      the rest, sector by sector. Each is opened and checked: what was acknowledged is there,
      nothing is torn or doubled, views and checkpoints belong together, and work goes on.

      EXAMPLES:
        tarikh-crash power --images 20
        tarikh-crash power --scenario append --plant no-sync
      """)

  @Option(help: "Only these: \(Scenario.allCases.map(\.rawValue).joined(separator: ", ")).")
  var scenario: [Scenario] = []
  @Option(help: "Images at each cut; the first three are not random.") var images = 4
  @Option(help: "Seed of the random ones.") var seed: UInt64 = 1
  @Option(help: "A fault to build in: no-sync, early-answer, split-checkpoint.") var plant: Plant?
  @Option(help: "Cut at every so many calls only.") var stride = 1
  @Flag(help: "Take the sync of a file to bring its name to the disk too, as ext4 does.")
  var lenient = false

  @Flag(help: ArgumentHelp("Trace nothing, which must be noticed.", visibility: .hidden))
  var withoutLibrary = false

  func run() async throws {
    var findings = 0
    for scenario in scenario.isEmpty ? Scenario.allCases : scenario {
      var report = PowerReport(scenario: scenario)
      if scenario == .failing {
        for fault in Recording.failingSyncs {
          var number = 1
          while try await cut(scenario, fault.order(number), &report) { number += 1 }
        }
      } else {
        _ = try await cut(scenario, nil, &report)
      }
      let lines = [report.line] + report.findings.prefix(20).map { "  \($0)" }
      // As they come, also into a file: a long run may be broken off.
      FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
      findings += report.findings.count
    }
    guard findings == 0 else { throw ExitCode(1) }
  }

  /// Records the scenario and cuts it; gives whether the fault struck.
  private func cut(
    _ scenario: Scenario, _ fault: String?, _ report: inout PowerReport
  ) async throws -> Bool {
    let work = try WorkFolder()
    let recording = try await Recording.make(
      scenario, plant: plant, fault: fault, withLibrary: !withoutLibrary, in: work.url)
    guard fault == nil || recording.hasFailed else { return false }
    report.calls += recording.calls.count
    report.syncs += recording.calls.count(where: \.isSync)
    var from = 0
    while true {
      let exit = try checker(scenario, work, from: from).run()
      let last = report.add(exit.output) ?? from
      if exit.status == 0 { return true }
      guard exit.status < 0 else { throw CrashError(exit.errors) }
      report.findings.append(
        "an image of call \(last) or the next one ends the program with signal \(-exit.status)")
      guard last < recording.calls.count else { return true }
      from = last + 1
    }
  }

  private func checker(_ scenario: Scenario, _ work: WorkFolder, from: Int) -> Child {
    var arguments = [
      "check", "--scenario", scenario.rawValue, "--work", work.url.path, "--images", "\(images)",
      "--seed", "\(seed)", "--from", "\(from)", "--stride", "\(stride)",
    ]
    if lenient { arguments.append("--lenient") }
    return Child(arguments: arguments)
  }
}
