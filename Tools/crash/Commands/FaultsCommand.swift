import ArgumentParser
import Foundation
import Tarikh

/// Lets each call that a disk can refuse fail in turn.
struct FaultsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faults",
    abstract: "Let each write and sync fail in turn, and look at what is said and left.",
    discussion: """
      A child appends, folds, replays, redacts, scrubs, imports, backs up, restores or compacts \
      while the preload library refuses the first call, then the second, and so on: no space, an \
      error of the device, a file system gone read-only, once or until further notice. The error \
      has to say what it is, what was there stays readable, nothing is left half made, and the \
      work goes on when the disk is well again.

      EXAMPLES:
        tarikh-crash faults
        tarikh-crash faults --scenario backup restore --stride 7
      """)

  @Option(
    parsing: .upToNextOption,
    help: "What the child does; all but those that fail by themselves, if none is named.")
  var scenario: [Scenario] = []

  @Option(help: "Lets only every so many calls fail.")
  var stride = 1

  mutating func validate() throws {
    guard stride > 0 else { throw ValidationError("--stride is 1 or more") }
  }

  func run() async throws {
    var report = FaultReport()
    let wanted =
      scenario.isEmpty ? Scenario.allCases.filter { $0 != .failing && $0 != .group } : scenario
    for scenario in wanted { try await run(scenario, &report) }
    print(report.line)
    for finding in report.findings.prefix(40) { print("  \(finding)") }
    guard report.findings.isEmpty else { throw ExitCode(1) }
  }

  private func run(_ scenario: Scenario, _ report: inout FaultReport) async throws {
    let work = try WorkFolder()
    let base = try await ScenarioBase.make(scenario, at: work.url)
    let root = try work.folder("root")
    _ = try work.folder("scratch")
    var start = (fault: 0, number: 1)
    while start.fault < DiskFault.all.count {
      let exit = try child(scenario, work, root, base, start).run()
      report.add(exit.output, of: scenario)
      if exit.status == 0 { break }
      guard exit.status < 0, let last = report.last else { throw CrashError(exit.errors) }
      report.findings.append(
        "\(scenario): \(DiskFault.all[last.fault]), call \(last.number): ends the program with "
          + "signal \(-exit.status)")
      start = (last.fault, last.number + stride)
    }
    if scenario == .append { try await checkAnew(root, &report) }
  }

  private func child(
    _ scenario: Scenario, _ work: WorkFolder, _ root: URL, _ base: ScenarioBase,
    _ start: (fault: Int, number: Int)
  ) -> Child {
    let control = work.url.appending(path: "control").path
    return Child(
      arguments: [
        "fail", "--root", root.path, "--base", base.folder.path, "--control", control, "--fault",
        "\(start.fault)", "--number", "\(start.number)", "--scenario", scenario.rawValue,
        "--source", base.source.path, "--scratch", work.url.appending(path: "scratch").path,
        "--stride", "\(stride)",
      ], preload: Child.Preload(root: root.path, trace: nil, control: control))
  }

  /// Opens every log once more, in this process.
  private func checkAnew(_ root: URL, _ report: inout FaultReport) async throws {
    let after = PlannedAppend(stream: "desk/after", turn: 0)
    let appends = FaultRun.base + FaultRun.plan + [after]
    for name in try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() {
      let folder = ScenarioFolder(root: root.appending(path: name))
      do {
        let log = try LMDBEventLog.open(at: folder.log, options: folder.options(.growth))
        var notes = Notes()
        notes.add(done: FaultRun.base)
        notes.add(done: report.isSound(name) ? Array(FaultRun.plan) + [after] : [])
        let check = LogCheck(appends: appends, notes: notes)
        try check.contents(of: log, isComplete: report.isSound(name))
        try check.sound(log)
        try await log.append(
          PlannedAppend(stream: "desk/anew", turn: 0).events, to: "desk/anew")
        report.reopened += 1
      } catch {
        report.findings.append("\(name), opened anew: \(error)")
      }
    }
  }
}

extension EventLog {
  fileprivate func append(_ events: [NewEvent], to stream: String) async throws {
    _ = try await append(events, texts: [], to: try StreamName(stream), expecting: .any)
  }
}
