import ArgumentParser
import Tarikh

/// Zeroes the unused bytes of the store's files.
struct Scrub: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take what was erased or replaced out of the files too; redact does it by itself.",
    discussion: """
      Overwrites with zeros every byte that holds nothing current. Needed where redact said that \
      a reader of an older state kept the words in the file, and after a process that wrote \
      them has ended. Exits with 4 where readers still keep some.

      EXAMPLES:
        tarikh scrub
      """)

  @Flag(name: .long, help: "Print what was done as JSON.")
  var json = false

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try ScrubbingReport.scrub(try store.open(.write), store: store, json: json)
  }
}
