import ArgumentParser

/// How data is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, ndjson, csv
}

/// The options of everything that reads.
struct OutputOptions: ParsableArguments {
  @Flag(name: .long, help: "Print JSON; lists print one object a line. Short for --format json.")
  var json = false

  @Flag(name: .long, help: "Print CSV (RFC 4180). Short for --format csv.")
  var csv = false

  @Option(name: .long, help: "How to print: table, json, ndjson or csv.")
  var format: OutputFormat?

  @Option(
    name: .long, help: "Lay out for so many columns, as on a terminal; else for its own width.")
  var width: Int?

  @Flag(name: .long, help: "Exit with code 3 where nothing is found.")
  var failIfEmpty = false

  var effective: OutputFormat { format ?? (json ? .json : csv ? .csv : .table) }

  /// What the lines are for.
  var screen: Screen { .output.laidOut(for: width) }

  func validate() throws {
    if json, csv { throw ValidationError("--json and --csv contradict each other") }
    if json, let format, format != .json, format != .ndjson {
      throw ValidationError("--json and --format \(format.rawValue) contradict each other")
    }
    if csv, let format, format != .csv {
      throw ValidationError("--csv and --format \(format.rawValue) contradict each other")
    }
    if let width, !(20...1000).contains(width) {
      throw ValidationError("--width takes 20 to 1000 columns")
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
