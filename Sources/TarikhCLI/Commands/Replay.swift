import ArgumentParser
import Foundation
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
        tarikh replay --prove
        tarikh replay --skip article/9fe082f6fcea1d3e@4 --reason "its figure breaks the view"
        tarikh replay --to /tmp/may.views --until 2025-05-31
        tarikh as-of 2025-05-31 --views /tmp/may.views
      """)

  @Argument(
    help: "The views: articles, timeline, state. All where none is named.",
    completion: .list(Timeline.viewNames))
  var projections: [String] = []

  @Flag(name: .long, help: "Read the whole log again.")
  var fromScratch = false

  @Flag(name: .long, help: "Show that the log gives the same views again: compares their digests.")
  var prove = false

  @Option(
    name: .long,
    help: "Go on without this event, which has stopped a view: STREAM@REVISION. Needs --reason.")
  var skip: AddressArgument?

  @Option(name: .long, help: "Why the event is skipped; kept in the store.")
  var reason: String?

  @Option(
    name: .long, help: "Build the views in this new folder instead, to be asked with --views.",
    completion: .directory)
  var to: String?

  @Option(
    name: .long,
    help: "With --to: only up to this position, RFC 3339 time, or day, YYYY-MM-DD.")
  var until: KnownAtArgument?

  @Flag(name: .long, help: "Print what was done as JSON.")
  var json = false

  @OptionGroup var store: StoreOptions

  func validate() throws {
    for name in projections where !Timeline.viewNames.contains(name) {
      throw ValidationError(
        "there is no view \"\(name)\"; there are \(Timeline.viewNames.joined(separator: ", "))")
    }
    if (skip == nil) != (reason?.isEmpty ?? true) {
      throw ValidationError("--skip and --reason go together: say why the event is skipped")
    }
    if until != nil && to == nil { throw ValidationError("--until needs --to FOLDER") }
    if to != nil && (prove || skip != nil || fromScratch || !projections.isEmpty) {
      throw ValidationError("--to builds all views anew; it goes with --until alone")
    }
  }

  func run() async throws {
    let names = projections.isEmpty ? Timeline.viewNames : projections
    if prove { return try proveViews(names) }
    if let to { return try show(replay(to: to), names) }
    if let skip, let reason {
      try store.open(.write).skip(skip.address, reason: reason)
      Console.note("Views go on without \(skip.address).")
    }
    try show(replayed(names), names)
  }

  private func show(_ statuses: [ProjectionStatus], _ names: [String]) throws {
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

  /// Builds each view anew and compares its digest with that of the live one.
  private func proveViews(_ names: [String]) throws {
    let timeline = try store.open(.write)
    try timeline.updateViews()
    let before = try names.map(timeline.viewHash(of:))
    try timeline.replay(names, fromScratch: true) { _ in }
    for (name, hash) in zip(names, before) {
      let again = try timeline.viewHash(of: name)
      guard again == hash else {
        throw Failure(.failure, "the view \(name) was \(hash), and the log gives \(again)")
      }
      try Console.line("\(name)  \(hash)")
    }
  }

  /// Where the file of the views is broken, all of them are thrown away and built anew.
  private func replayed(_ names: [String]) throws -> [ProjectionStatus] {
    do {
      return try replay(names, in: store.open(.write))
    } catch let error as RunnerError where error.isDamage && fromScratch {
      Console.note("The views are damaged; building all of them anew from the log.")
      return try replay(
        Timeline.viewNames, in: store.open(.write, discardingViews: true))
    }
  }

  private func replay(to folder: String) throws -> [ProjectionStatus] {
    let timeline = try store.open(.read)
    let limit = try until.map { try timeline.position(knownAt: $0.value) }
    let bar = ProgressBar("events", isQuiet: store.quiet)
    defer { bar.finish() }
    let place = URL(filePath: folder, directoryHint: .isDirectory)
    return try timeline.replay(to: place, upTo: limit) { progress in
      bar.show(progress.position.rawValue, of: limit?.rawValue ?? progress.head.rawValue)
    }
  }

  private func replay(_ names: [String], in timeline: Timeline) throws -> [ProjectionStatus] {
    let bar = ProgressBar("events", isQuiet: store.quiet)
    defer { bar.finish() }
    return try timeline.replay(names, fromScratch: fromScratch) { progress in
      bar.show(progress.position.rawValue, of: progress.head.rawValue)
    }
  }
}
