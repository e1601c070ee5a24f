import ArgumentParser
import Tarikh

/// Rebuilds views from the log.
struct Replay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rebuild views from the log, beside the live ones, then swap.",
    discussion: """
      Without --from-scratch, views that are sound are only brought to the log's head.

      EXAMPLES:
        tarikh replay
        tarikh replay state --from-scratch
      """)

  @Argument(
    help: "The views: articles, timeline, state. All where none is named.",
    completion: .list(Timeline.viewNames))
  var projections: [String] = []

  @Flag(name: .long, help: "Read the whole log again.")
  var fromScratch = false

  @Flag(name: .long, help: "Print what was done as JSON.")
  var json = false

  @OptionGroup var store: StoreOptions

  func validate() throws {
    for name in projections where !Timeline.viewNames.contains(name) {
      throw ValidationError(
        "there is no view \"\(name)\"; there are \(Timeline.viewNames.joined(separator: ", "))")
    }
  }

  func run() async throws {
    let timeline = try store.open(.write)
    let bar = ProgressBar("events", isQuiet: store.quiet)
    let interruption = Interruption.watch()
    let names = projections.isEmpty ? Timeline.viewNames : projections
    let positions = try await timeline.replay(names, fromScratch: fromScratch) { done, total in
      bar.show(done, of: total)
      try interruption.check("the views are as they were before")
    }
    bar.finish()
    if json {
      try Console.write(
        JSONLine.encode(Dictionary(uniqueKeysWithValues: positions.map { ($0, $1.rawValue) })))
    } else {
      for (name, position) in positions { Console.note("\(name): at \(position.rawValue)") }
    }
  }
}
