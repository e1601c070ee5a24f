import ArgumentParser
import Foundation
import Tarikh

/// Writes the log as NDJSON, losslessly.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the log as NDJSON, losslessly: import gives the same positions and hashes.",
    discussion: """
      The first line is a header with the tree head; then comes an event a line, articles with \
      their text.

      EXAMPLES:
        tarikh export --to backup.ndjson
        tarikh export --stream article/9fe082f6fcea1d3e
        tarikh export --from 1 --until 1000 | gzip > first.ndjson.gz
      """)

  @Option(name: .long, help: "The file to write; else standard output.", completion: .file())
  var to: String?

  @Option(name: .long, help: "First position.")
  var from: UInt64 = 1

  @Option(name: .long, help: "Last position; else the head.")
  var until: UInt64?

  @Option(
    name: .long, help: "Only this stream; such an export cannot be imported.",
    completion: .custom(StreamCompletion.streams))
  var stream: StreamArgument?

  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard from >= 1 else { throw ValidationError("positions begin at 1") }
    if let until, until < from {
      throw ValidationError("--until \(until) lies before --from \(from)")
    }
  }

  func run() async throws {
    let interruption = Interruption.watch()
    let timeline = try store.open(.read)
    let selection = ExportSelection(
      from: Position(rawValue: from), until: until.map(Position.init(rawValue:)),
      stream: stream?.name)
    let bar = ProgressBar("events", isQuiet: store.quiet)
    var count: UInt64 = 0
    let file = try to.map(AtomicFile.init)
    do {
      try timeline.export(selection) { line, done, total in
        try interruption.check("nothing was written")
        if let file { try file.write(line) } else { try Console.write(line) }
        if done > 0 { count += 1 }
        bar.show(done, of: total)
      }
      try file?.finish()
    } catch {
      file?.discard()
      throw error
    }
    bar.finish()
    // Before it is said that all is written, all must be.
    try Console.flush()
    Console.note("\(count) events exported")
  }
}
