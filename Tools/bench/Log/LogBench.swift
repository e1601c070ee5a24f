import ArgumentParser
import Foundation
import Tarikh

/// Measures the log alone, on the workload that the peers are measured with.
///
/// One figure a line, as JSON, in the peers' shape: `Tools/bench/compare` runs both in turn.
struct LogBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Measure the log on the peers' workload; figures as JSON lines.",
    discussion: """
      EXAMPLES:
        tarikh-bench log bulk events.ndjson --events 1000000 --store /tmp/bench.tarikh
        tarikh-bench log read events.ndjson --events 1000000 --store /tmp/bench.tarikh
      """)

  enum Part: String, CaseIterable, ExpressibleByArgument {
    /// Appends all events, durably, 1000 a commit; the store stays for `read`.
    case bulk
    /// Appends one event a call, from one task or many at once, for some seconds.
    case single
    /// Opens, scans, and reads streams of the store that `bulk` left.
    case read
  }

  @Argument(help: "What to measure: bulk, single or read.")
  var part: Part

  @Argument(help: "The workload: NDJSON of the peers' generator.")
  var workload: String

  @Option(name: .long, help: "Events of the workload.")
  var events = 1_000_000

  @Option(name: .long, help: "The folder of the log.")
  var store: String

  @Option(name: .long, help: "Events a commit, for bulk.")
  var batch = 1000

  @Option(name: .long, help: "Tasks that append at once.")
  var writers = 2

  @Flag(name: .long, help: "For bulk: encode and hash the bodies before, as C has its bytes ready.")
  var prepared = false

  @Option(name: .long, help: "Seconds, for single.")
  var seconds = 2.5

  func validate() throws {
    guard events > 0, batch > 0, writers > 0 else {
      throw ValidationError("--events, --batch and --writers take 1 or more")
    }
  }

  func run() async throws {
    switch part {
    case .bulk: try await BulkAppend(options: self).run()
    case .single: try await SingleAppends(options: self).run()
    case .read: try LogReads(options: self).run()
    }
  }

  /// A log in a folder of its own that holds nothing yet.
  func makeLog() throws -> LMDBEventLog {
    try? FileManager.default.removeItem(atPath: store)
    return try openLog(isReadOnly: false)
  }

  func openLog(isReadOnly: Bool) throws -> LMDBEventLog {
    var options = LMDBEventLogOptions.usual(now: SystemClock.now)
    options.isReadOnly = isReadOnly
    options.mapSize = 16 << 30
    return try LMDBEventLog.open(at: URL(filePath: store), options: options)
  }

  /// Bytes of the log's data file.
  func storedBytes() throws -> Int {
    let path = "\(store)/data.mdb"
    return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }
}

/// One figure, as the peers print theirs.
struct Figure: Encodable {
  var system = "Tarikh"
  var setting: String
  var metric: String
  var unit: String
  var value: Double

  /// Prints the figure as a line.
  static func show(_ setting: String, _ metric: String, _ value: Double, _ unit: String) throws {
    let figure = Figure(setting: setting, metric: metric, unit: unit, value: value)
    print(String(decoding: try JSONLine.encode(figure), as: UTF8.self))
  }
}
