import ArgumentParser
import Tarikh

/// Lists the streams of the log.
struct Streams: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the streams of the log: articles and desks.",
    discussion: """
      EXAMPLES:
        tarikh streams
        tarikh streams --json | jq -r .stream
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let streams = try store.openForQuestions().streams()
    try StreamListing.listing.print(streams, output)
    try output.noteIfEmpty(streams.isEmpty, "The log has no streams.")
  }
}
