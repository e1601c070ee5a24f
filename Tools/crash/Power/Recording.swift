import Foundation

/// One run of a scenario, with every call that changed its files.
struct Recording {
  let scenario: Scenario
  let base: ScenarioBase
  /// The folder that the child worked on.
  let root: URL
  let trace: String
  let calls: [TraceCall]

  /// Runs the scenario in a child under the preload library, and makes sure that it saw all.
  static func make(
    _ scenario: Scenario, plant: Plant?, fault: String? = nil, withLibrary: Bool = true,
    in work: URL
  ) async throws -> Recording {
    let base = try await ScenarioBase.make(scenario, at: work)
    let root = work.appending(path: "root")
    try FileManager.default.copyItem(at: base.folder, to: root)
    let trace = work.appending(path: "trace").path
    let control = work.appending(path: "control").path
    var arguments = [
      "write", "--scenario", scenario.rawValue, "--root", root.path, "--notes", control,
      "--source", base.source.path,
    ]
    if let plant { arguments += ["--plant", plant.rawValue] }
    if let fault { arguments += ["--fault", fault] }
    let preload = Child.Preload(root: root.path, trace: trace, control: control)
    let exit = try Child(arguments: arguments, preload: withLibrary ? preload : nil).run()
    guard exit.status == 0 else {
      throw CrashError("the child of \(scenario) ended with \(exit.status): \(exit.errors)")
    }
    let recording = Recording(
      scenario: scenario, base: base, root: root, trace: trace,
      calls: try TraceReader.calls(at: trace))
    try recording.expectComplete()
    return recording
  }

  /// The orders that let a sync fail, each at every such call, until none is left to fail.
  static let failingSyncs: [DiskFault] = [
    DiskFault(classes: "s", code: EIO, how: "once"),
    DiskFault(classes: "m", code: EIO, how: "once"),
    DiskFault(classes: "m", code: EIO, how: "applied"),
    // The meta page is written and not synced, and what LMDB writes in its place fails too.
    DiskFault(classes: "wm", code: EIO, how: "applied"),
  ]

  /// Whether the fault struck.
  var hasFailed: Bool {
    calls.contains { if case .noted(let line) = $0 { line.hasPrefix("failed") } else { false } }
  }

  /// Throws where the library has not seen everything: a harness that sees nothing proves nothing.
  private func expectComplete() throws {
    guard calls.contains(where: \.isWrite) else {
      throw CrashError("\(scenario): the trace has no write: the library did not see LMDB's calls")
    }
    var disk = try Disk(holding: base.folder, tracedAs: root.path, isLenient: false)
    for call in calls { try disk.apply(call) }
    try disk.expectSame(as: root)
  }
}
