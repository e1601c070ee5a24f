import ArgumentParser
import Foundation

/// Spoils bytes of a store and looks at what it says then.
struct DamageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "damage",
    abstract: "Flip, zero and cut bytes of a store, and look at what it answers.",
    discussion: """
      Each fault is one seeded change of a file of a small store. Verify names a place, or every \
      answer is as before; without verify a question may fail, but gives no other answer; views \
      come back from the log the same; salvage gives nothing that was not stored. The command \
      ends with a message where LMDB itself faults (exit 74): such faults are counted, and are \
      findings where verify should have come first.

      With --swaps whole pages change places as well. LMDB cannot see that: without verify, an \
      answer may then come from an older page.

      EXAMPLES:
        tarikh-crash damage --faults 20000
        tarikh-crash damage --from 17 --faults 1 --seed 3
      """)

  @Option(help: "How many faults.") var faults = 300
  @Option(help: "Seed of the faults.") var seed: UInt64 = 1
  @Option(help: "The number of the first fault.") var from = 0
  @Flag(help: "Let whole pages change places, too.") var swaps = false

  func validate() throws {
    guard faults > 0, from >= 0 else { throw ValidationError("give at least one fault") }
  }

  func run() async throws {
    let work = try WorkFolder()
    let place = DamagePlace(work: work.url)
    _ = try await DamageStore.make(in: place.original.folder)
    var run = DamageRun(
      place: place, seed: seed, numbers: from..<from + faults, swapping: swaps,
      lengths: try place.lengths())
    try run.run { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
    print(run.report.line)
    for finding in run.report.findings.prefix(40) { print("  seed \(seed), \(finding)") }
    guard run.report.findings.isEmpty else { throw ExitCode(1) }
  }
}
