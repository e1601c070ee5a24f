import ArgumentParser
import Foundation
import Tarikh
import TestSupport

/// Works a store hard for a while and watches the size of its files and of the process.
struct Soak: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Append, correct, ask, replay and back up for minutes; print sizes and memory.",
    discussion: """
      One writer appends without pause while corrections, questions, replays and backups take \
      turns. Exits with 1 where the log's file was ever larger than 1.3 times its live data, or \
      where a backup or the log in the end does not verify.

      EXAMPLES:
        swift run -c release tarikh-bench soak --minutes 30
        swift run tarikh-bench soak --smoke
      """)

  @Option(name: .long, help: "How long.")
  var minutes = 30.0

  @Option(name: .long, help: "Articles a second that are appended, of 31 events each.")
  var articles = 20.0

  @Option(name: .long, help: "Seed of the workload.")
  var seed: UInt64 = 20_251_002

  @Flag(name: .long, help: "A second, which only shows that the soak still runs.")
  var smoke = false

  /// What the log's file may be, as a multiple of its live data.
  static let limit = 1.3

  func validate() throws {
    guard minutes > 0, articles > 0 else {
      throw ValidationError("--minutes and --articles take numbers above zero")
    }
  }

  func run() async throws {
    let folder = try TemporaryFolder()
    let timeline = try Timeline.open(
      at: folder.url.appending(path: "soak.store").path,
      options: TimelineOptions(access: .create))
    let writer = SoakWriter(
      timeline: timeline, seed: seed, articlesPerSecond: articles, limit: smoke ? 20 : .max)
    let writing = Task.detached { try await writer.run() }
    var run = SoakRun(timeline: timeline, folder: folder.url, seed: seed)
    let duration = smoke ? Duration.seconds(1) : .seconds(60 * minutes)
    let clock = ContinuousClock()
    let end = clock.now + duration
    try say(SoakSample.heading)
    repeat {
      for step in SoakRun.Step.allCases {
        try await run.take(step)
        let sample = try SoakSample(
          of: timeline, after: "\(step)", at: duration - (end - clock.now))
        run.note(sample)
        try say(sample.line)
      }
    } while clock.now < end
    writing.cancel()
    try await writing.value
    try run.finish()
    for line in run.summary { try say(line) }
    if !smoke, run.worstLogRatio > Soak.limit { throw ExitCode.failure }
  }

  /// At once, also into a file that somebody watches.
  private func say(_ line: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }
}
