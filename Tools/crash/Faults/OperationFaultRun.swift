import Foundation
import Tarikh

/// Runs a scenario on a disk that fails, and looks at what it says, leaves behind and still does.
struct OperationFaultRun: Sendable {
  let scenario: Scenario
  let folder: ScenarioFolder
  let source: URL
  let fault: DiskFault
  let control: NoteFile
  let controlPath: String
  /// A folder that does not fail, for notes and for views to compare with.
  let scratch: URL

  /// Lets the call number `number` fail; tells whether there was such a call.
  ///
  /// Throws a ``Finding`` where the operation does not do what it promises.
  func run(_ number: Int) async throws -> Bool {
    let notes = scratch.appending(path: "notes")
    try Data().write(to: notes)
    let run = ScenarioRun(
      scenario: scenario, folder: folder, source: source, notes: try NoteFile(at: notes.path),
      plant: nil, fault: nil)
    _ = try control.order(fault.order(number), at: controlPath)
    var failure: (any Error)?
    do { try await run.run() } catch { failure = error }
    let fired = try control.order("!heal", at: controlPath)
    guard fired > 0 else {
      if let failure { throw Finding("fails on a disk that is well: \(failure)") }
      return false
    }
    if let failure { try expectNamed(failure) }
    try expectNothingUnfinished()
    let said = try String(contentsOf: notes, encoding: .utf8)
    if failure == nil { try expectSaid(said) }
    // Works when the disk is well again, in the same process.
    if scenario == .compact { try run.compact() }
    let check = ScenarioCheck(scenario, source: source, scratch: scratch)
    try await check.run(on: folder.root, notes: Notes(said.split(separator: "\n")))
    return true
  }

  /// Whether the error says what the disk's says.
  private func expectNamed(_ failure: any Error) throws {
    let words =
      switch fault.code {
      case ENOSPC: ["full", "No space left"]
      case EDQUOT: ["full", "quota"]
      case EROFS: ["read-only", "Read-only", "read only"]
      default: ["Input/output error"]
      }
    let said = "\(failure)"
    // A write that was cut short says nothing; that the disk is full, only the disk itself does.
    if fault.how == "short" { return }
    guard words.contains(where: said.contains) else {
      throw Finding("the failure is named \(said) (\(type(of: failure)))")
    }
  }

  /// Whether no copy is left half made, where it could be removed.
  private func expectNothingUnfinished() throws {
    guard !fault.classes.contains("n") else { return }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.root.path)
    if let left = names.first(where: { $0.contains(".part") }) {
      throw Finding("\(left) is left behind")
    }
  }

  /// Whether the operation came to its end, as it said.
  private func expectSaid(_ notes: String) throws {
    let words: [Scenario: String] = [
      .backup: "copied", .restore: "restored", .compact: "compacted", .replay: "replayed",
      .scrub: "scrubbed", .create: "folded", .projection: "folded",
    ]
    if let word = words[scenario], !notes.contains(word) {
      throw Finding("has not \(word), and says nothing")
    }
  }
}
