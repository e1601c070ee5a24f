import ArgumentParser
import Foundation
import Tarikh

/// Reads the whole log and recomputes its tree head.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every record and hash of the log, and every row of the views.",
    discussion: """
      Exits with 0 where all is sound, with 74 where anything is damaged. With FILE, checks an \
      export without a store.

      EXAMPLES:
        tarikh verify
        tarikh verify backup.ndjson
      """)

  @Argument(help: "An export to check instead of the store.", completion: .file())
  var file: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    if let file { return try await verify(export: file) }
    let bar = ProgressBar("events", isQuiet: store.quiet)
    let timeline = try store.open(.read, checkingEveryPage: true)
    var found = try timeline.log.verify { bar.show($0, of: $1) }
    found.findings += try timeline.damagedViews().map { view in
      Verification.Finding(
        place: "view \(view.projection)",
        reason: "\(view.reason); tarikh replay --from-scratch builds it anew")
    }
    bar.finish()
    if output.effective == .table {
      try show(found)
    } else {
      try Console.write(JSONLine.encode(VerificationJSON(found)))
    }
    guard found.findings.isEmpty else {
      throw Failure(.inputOutput, "\(found.findings.count) places are damaged")
    }
  }

  private func show(_ found: Verification) throws {
    for finding in found.findings { try Console.line("\(finding.place): \(finding.reason)") }
    let verdict = found.findings.isEmpty ? "sound" : "damaged"
    try Console.line(
      "\(verdict): \(found.head.position.rawValue) events, \(found.streams) streams, "
        + "\(found.texts) texts; tree head \(found.head.root)")
  }

  private func verify(export file: String) async throws {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw Failure(.noInput, "\(file): no such file, or it cannot be read")
    }
    let bar = ProgressBar("events", isQuiet: store.quiet)
    let head = try await Timeline.check(handle, named: file) { bar.show($0, of: $1) }
    bar.finish()
    try Console.line("sound: \(head.position.rawValue) events; tree head \(head.root)")
  }
}
