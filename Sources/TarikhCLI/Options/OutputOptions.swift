import ArgumentParser

/// How data is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, ndjson, csv
}

/// The options of everything that reads.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Print JSON; lists print one object a line. Short for --format json.")
  var json = false

  @Option(name: .long, help: "How to print: table, json, ndjson or csv.")
  var format: OutputFormat?

  @Flag(name: .long, help: "Exit with code 3 where nothing is found.")
  var failIfEmpty = false

  var effective: OutputFormat { format ?? (json ? .json : .table) }

  func validate() throws {
    if json, let format, format != .json, format != .ndjson {
      throw ValidationError("--json and --format \(format.rawValue) contradict each other")
    }
  }

  /// Says on standard error that there is nothing, so that an empty page does not puzzle.
  /// - Parameter what: made only where nothing was found: looking for what was meant takes a while.
  func noteIfEmpty(_ isEmpty: Bool, _ what: @autoclosure () -> String) throws {
    guard isEmpty else { return }
    if failIfEmpty { throw Failure(.nothingFound, what()) }
    if effective == .table { Console.note(what()) }
  }
}
