import ArgumentParser
import Foundation
import Tarikh

/// Lets each call that a disk can refuse fail in turn.
struct FaultsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faults",
    abstract: "Let each write and sync fail in turn, and look at what the log does.",
    discussion: """
      A child appends to a log while the preload library refuses the first call, then the
      second, and so on: no space, an error of the device, a file system gone read-only, once or
      until further notice. The error has to say what it is, the log stays readable, and the
      append works when the disk is well again, in the same process and in a new one.

      EXAMPLES:
        tarikh-crash faults
      """)

  func run() async throws {
    let work = try WorkFolder()
    let base = try await ScenarioBase.make(.append, at: work.url)
    let root = try work.folder("root")
    var report = FaultReport()
    var start = (fault: 0, number: 1)
    while start.fault < DiskFault.all.count {
      let exit = try child(work, root, base, start).run()
      report.add(exit.output)
      if exit.status == 0 { break }
      guard exit.status < 0, let last = report.last else { throw CrashError(exit.errors) }
      report.findings.append(
        "\(DiskFault.all[last.fault]), call \(last.number): ends the program with signal "
          + "\(-exit.status)")
      start = (last.fault, last.number + 1)
    }
    try await checkAnew(root, &report)
    print(report.line)
    for finding in report.findings.prefix(40) { print("  \(finding)") }
    guard report.findings.isEmpty else { throw ExitCode(1) }
  }

  private func child(
    _ work: WorkFolder, _ root: URL, _ base: ScenarioBase, _ start: (fault: Int, number: Int)
  ) -> Child {
    let control = work.url.appending(path: "control").path
    return Child(
      arguments: [
        "fail", "--root", root.path, "--base", base.folder.path, "--control", control, "--fault",
        "\(start.fault)", "--number", "\(start.number)",
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
