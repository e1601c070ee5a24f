import ArgumentParser

/// Measures Tarikh on a seeded workload, beside bare LMDB doing the same writes in the same run.
///
/// Absolute times belong to a machine and a moment: quote the ratios.
struct StageBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Measure append, scan, as-of and replay on a seeded workload.",
    discussion: """
      EXAMPLES:
        swift run -c release tarikh-bench
        swift run -c release tarikh-bench --events 1000000 --repeats 5
        swift run tarikh-bench --smoke
      """)

  @Option(name: .long, help: "Events of the workload.")
  var events = 100_000

  @Option(name: .long, help: "How often everything is measured; medians are printed.")
  var repeats = 3

  @Option(name: .long, help: "Seed of the workload.")
  var seed: UInt64 = 20_251_002

  @Flag(name: .long, help: "A size that only shows that the benchmark still runs.")
  var smoke = false

  func validate() throws {
    guard events >= 100, repeats >= 1 else {
      throw ValidationError("--events takes 100 or more, --repeats 1 or more")
    }
  }

  func run() async throws {
    let workload = Workload(events: smoke ? 500 : events, seed: seed)
    var table = ResultTable()
    for _ in 0..<(smoke ? 1 : repeats) {
      try await Measurement(workload: workload).run(into: &table)
    }
    print("\(workload.count) events, seed \(seed), medians of \(smoke ? 1 : repeats)")
    for line in table.lines { print(line) }
  }
}
