import ArgumentParser
import Foundation
import Tarikh

/// Takes over an export of another store.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take over an export: the same positions, times, hashes and answers.",
    discussion: """
      Every hash is checked, and the tree head in the end. What is here already is skipped, so \
      an import that was cut off can be run again. To read articles, use tarikh ingest.

      EXAMPLES:
        tarikh import backup.ndjson --store copy.tarikh
        tarikh import backup.ndjson --dry-run
      """)

  @Argument(help: "The export, or - for standard input.", completion: .file())
  var file: String

  @Flag(name: [.long, .customShort("n")], help: "Check everything and store nothing.")
  var dryRun = false

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let isStandardInput = file == "-"
    let name = isStandardInput ? "standard input" : file
    guard let handle = isStandardInput ? .standardInput : FileHandle(forReadingAtPath: file) else {
      throw Failure(.noInput, "\(file): no such file, or it cannot be read")
    }
    let bar = ProgressBar("events", isQuiet: store.quiet)
    let head: LogHead
    if dryRun {
      head = try await Timeline.check(handle, named: name) { bar.show($0, of: $1) }
    } else {
      let timeline = try store.open(.create)
      head = try await timeline.restore(from: handle, named: name) { bar.show($0, of: $1) }
      try timeline.updateViews()
    }
    bar.finish()
    Console.note(
      "\(name): \(dryRun ? "is sound" : "imported"); head \(head.position.rawValue), \(head.root)")
  }
}
