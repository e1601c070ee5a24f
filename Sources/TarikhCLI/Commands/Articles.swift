import ArgumentParser
import Tarikh

/// Lists the articles of the store.
struct Articles: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the articles of the store.",
    discussion: """
      EXAMPLES:
        tarikh articles
        tarikh articles --known-at 2025-01-31 --format csv
      """)

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let answer = try store.openForQuestions().articles(asOf.asOf(valid: nil))
    try StreamListing.listing.print(answer.entries.map(StreamJSON.init), output)
    try output.noteIfEmpty(answer.entries.isEmpty, "The store has no articles.")
    Footing.note(answer.footing, as: output.effective)
  }
}
