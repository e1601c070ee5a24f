import ArgumentParser
import Foundation

/// Kills writers at random moments and looks at what is left.
struct KillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kill",
    abstract: "Kill writers at random moments, and look at what is left.",
    discussion: """
      A writer with four tasks appends to one log until it is killed; the next one goes on with
      the same log, beginning with an append that may be stored already. After each kill the log
      is opened: every acknowledged event is there, nothing is torn, nothing is there twice.

      EXAMPLES:
        tarikh-crash kill --count 5000
      """)

  @Option(help: "How many writers are killed.") var count = 200
  @Option(help: "How many of them use the same log.") var perStore = 10
  @Option(help: "Seed of the moments.") var seed: UInt64 = 1

  func validate() throws {
    guard count > 0, perStore > 0 else { throw ValidationError("the counts are at least 1") }
  }

  func run() async throws {
    let work = try WorkFolder()
    var run = KillRun(count: count, killsPerStore: perStore, seed: seed, work: work.url)
    try await run.run { report in
      guard report.stores.isMultiple(of: 10), report.kills < count else { return }
      FileHandle.standardError.write(Data("\(report.line)\n".utf8))
    }
    print(run.report.line)
    for finding in run.report.findings.prefix(20) { print("  seed \(seed): \(finding)") }
    guard run.report.findings.isEmpty else { throw ExitCode(1) }
  }
}
