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
    let names = projections.isEmpty ? Timeline.viewNames : projections
    let statuses = try timeline.replay(names, fromScratch: fromScratch) { progress in
      bar.show(progress.position.rawValue, of: progress.head.rawValue)
    }
    bar.finish()
    let done = statuses.filter { names.contains($0.name) }
    if json {
      let positions = done.map { ($0.name, $0.position.rawValue) }
      try Console.write(JSONLine.encode(Dictionary(uniqueKeysWithValues: positions)))
    } else {
      for status in done { Console.note("\(status.name): at \(status.position.rawValue)") }
    }
    for status in done {
      guard case .failed(let event, let reason) = status.state else { continue }
      throw Failure(.failure, "the view \(status.name) stopped at \(event): \(reason)")
    }
  }
}
