import ArgumentParser
import Foundation

/// The child that opens spoilt stores: if one of them ends it, its parent goes on after it.
struct TrialCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial", abstract: "Look at spoilt stores as a child does.",
    shouldDisplay: false)

  @Option var work: String
  @Option var seed: UInt64
  @Option var from: Int
  @Option var until: Int
  @Flag var swaps = false

  func run() async throws {
    let place = DamagePlace(work: URL(filePath: work))
    let trial = try place.trial()
    let lengths = try place.lengths()
    for number in from..<until {
      let fault = DamageFault(number, seed: seed, lengths: lengths, swapping: swaps)
      let outcome = try trial.run(fault) { say("step\t\(number)\t\($0.rawValue)") }
      for finding in outcome.findings { say("finding\t\(number)\t\(fault): \(finding)") }
      let end = outcome.isNamed ? "named" : outcome.errors > 0 ? "errors" : "unchanged"
      say("end\t\(number)\t\(end)")
    }
  }

  private func say(_ line: String) {
    // At once: the next step may end this process.
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }
}
