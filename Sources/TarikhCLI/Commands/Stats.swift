import ArgumentParser
import Tarikh

/// Shows the size of the store and where its views are.
struct Stats: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how large the store is and where its views are.",
    discussion: """
      EXAMPLES:
        tarikh stats
        tarikh stats --json | jq .head
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let stats = try store.open(.read).stats()
    guard output.effective == .table else {
      return try Console.write(JSONLine.encode(stats))
    }
    try Console.line("head          \(stats.head)")
    try Console.line("tree head     \(stats.root)")
    try Console.line("streams       \(stats.streams)")
    try Console.line("articles      \(stats.articles)")
    try Console.line("last recorded \(stats.recorded ?? "never")")
    try Console.line("log on disk   \(stats.logBytes) bytes")
    try Console.line("views on disk \(stats.viewBytes) bytes")
    for (name, position) in stats.views.sorted(by: { $0.key < $1.key }) {
      // The views are read after the head, and may have gone on meanwhile.
      let lag = stats.head > position ? stats.head - position : 0
      try Console.line(
        "view \(name) is at \(position)" + (lag > 0 ? ", \(lag) events behind the log" : ""))
    }
  }
}
