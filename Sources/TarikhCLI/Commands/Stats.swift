import ArgumentParser
import Foundation
import Tarikh

/// Shows the size and growth of the store, who reads it, and where its views are.
struct Stats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Show how large the store is, what it grows by, who reads it, and where its views are.",
    discussion: """
      EXAMPLES:
        tarikh stats
        tarikh stats --json | jq .logFile.readers
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let stats = try store.open(.read).stats()
    switch output.effective {
    case .json, .ndjson: return try Console.write(JSONLine.encode(stats))
    case .csv: return try CSV.print(FlatJSON.rows(of: stats), FlatJSON.columns)
    case .table: break
    }
    try Console.line("head          \(stats.head)")
    try Console.line("tree head     \(stats.root)")
    try Console.line("streams       \(stats.streams)")
    try Console.line("articles      \(stats.articles)")
    try Console.line("last recorded \(stats.recorded ?? "never")")
    try showGrowth(of: stats)
    try show(stats.logFile, "log", bytes: stats.logBytes)
    try show(stats.viewFile, "views", bytes: stats.viewBytes)
    for (name, position) in stats.views.sorted(by: { $0.key < $1.key }) {
      // The views are read after the head, and may have gone on meanwhile.
      let lag = stats.head > position ? stats.head - position : 0
      try Console.line(
        "view \(name) is at \(position)" + (lag > 0 ? ", \(lag) events behind the log" : ""))
    }
  }

  private func showGrowth(of stats: StoreStatistics) throws {
    if let bytes = stats.bytesPerEvent {
      try Console.line("an event      \(rounded(bytes)) bytes of the log")
    }
    if let events = stats.eventsPerArticle {
      try Console.line("an article    \(rounded(events)) events")
    }
    guard let growth = stats.growth else { return }
    for (name, amount) in [
      ("day", growth.lastDay), ("7 days", growth.lastWeek), ("30 days", growth.lastMonth),
    ] {
      let title = "last \(name)".padding(toLength: 14, withPad: " ", startingAt: 0)
      try Console.line(
        "\(title)\(amount.events) events, about \(amount.bytes) bytes, to \(growth.until)")
    }
  }

  private func show(_ file: FileStatistics, _ name: String, bytes: UInt64) throws {
    let title = "\(name) on disk".padding(toLength: 14, withPad: " ", startingAt: 0)
    try Console.line(
      "\(title)\(bytes) bytes: \(file.liveBytes) live, \(file.freePages) free pages of "
        + "\(file.pageBytes); map \(file.mapBytes)")
    for reader in file.readers {
      let program = reader.program.map { " (\($0))" } ?? ""
      try Console.line(
        "  read by process \(reader.process)\(program), \(reader.behind) commits behind"
          + (reader.heldBackBytes > 0 ? ", keeps \(reader.heldBackBytes) bytes" : ""))
    }
    if file.clearedReaders > 0 {
      try Console.line("  \(file.clearedReaders) readers had died and were cleared")
    }
  }

  private func rounded(_ number: Double) -> String {
    String(Double((number * 10).rounded()) / 10)
  }
}
