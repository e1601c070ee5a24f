import ArgumentParser
import Foundation
import Tarikh
import TestSupport

/// SH1 through the real log and the real views: twelve questions with known answers.
struct SupplyBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sh1",
    abstract: "Answer SH1, a bitemporal benchmark with known answers; print their digests.",
    discussion: """
      Loads the events of the tier into a new store, a publication an append, brings the views up, \
      and asks the twelve questions. Prints the digest of the events, of each answer, and what the \
      load and each question took. SH1 is by SirixDB.

      EXAMPLES:
        tarikh-bench sh1 development
        tarikh-bench sh1 t100k
      """)

  @Argument(help: "The size: development, t25k or t100k.")
  var tier: SupplyTier

  @Option(help: "Where the store is made and kept; else it is temporary.")
  var store: String?

  func run() async throws {
    let folder = try TemporaryFolder()
    let place = store.map { URL(filePath: $0) } ?? folder.url.appending(path: "sh1.tarikh")
    if FileManager.default.fileExists(atPath: place.path) {
      throw ValidationError("\(place.path) is there already: give --store a new place")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let supply = try await SupplyStore(in: place, SupplyStream(tier: tier))
    print("events \(supply.count) \(supply.digest.hexadecimal)")
    print("load \(SupplyBench.seconds(clock.now - start))")
    let questions = try SupplyQuestions(supply)
    var times: [String] = []
    for (index, ask) in questions.all.enumerated() {
      let start = clock.now
      let answer = try ask()
      times.append("time q\(index + 1) \(SupplyBench.seconds(clock.now - start))")
      print("q\(index + 1) \(SupplyQuestions.digest(answer).hexadecimal)")
    }
    for time in times { print(time) }
    print("total \(SupplyBench.seconds(clock.now - start))")
  }

  private static func seconds(_ duration: Duration) -> String {
    String(format: "%.4f s", duration.seconds)
  }
}
