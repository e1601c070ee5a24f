import ArgumentParser
import Foundation
import Tarikh

/// Takes over an export of another store.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take over an export: the same positions, times, hashes and answers.",
    discussion: """
      Every hash is checked and the tree head, of a file before anything is stored. What is here \
      already is skipped, so an import that was cut off can be run again. To read articles, use \
      tarikh ingest.

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
    if dryRun {
      let checked = try Timeline.check(handle, named: name, against: []) { bar.show($0, of: $1) }
      bar.finish()
      return Console.note(
        "\(name): is sound; head \(checked.found.head.position), \(checked.found.head.root)")
    }
    try await store.withStore { timeline in
      let done = try await timeline.restore(from: handle, named: name) { bar.show($0, of: $1) }
      bar.finish()
      // What is stored is said first: a failure of the views must not hide it.
      Console.note(
        "\(name): \(done.added) events imported"
          + (done.present > 0 ? ", \(done.present) were there already" : "")
          + "; head \(done.head.position), \(done.head.root)")
      try timeline.updateViews()
    }
  }
}
