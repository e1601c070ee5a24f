import ArgumentParser

/// Measures Tarikh; without a subcommand, all its stages on a seeded workload.
@main
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tarikh-bench",
    abstract: "Measure Tarikh: its stages, or the log on the workload of its peers.",
    subcommands: [
      StageBench.self, LogBench.self, SupplyBench.self, Soak.self, TextBench.self, Fuzz.self,
    ],
    defaultSubcommand: StageBench.self)
}
