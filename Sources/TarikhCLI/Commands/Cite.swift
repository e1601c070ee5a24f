import ArgumentParser
import Tarikh

/// Answers a citation again.
struct Cite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer again, identically, what a citation asked.",
    discussion: """
      as-of --cite prints a citation: the question, the position it was answered at, the log's \
      tree head there, and the digest of the answer. cite shows that the log still is that one, \
      asks again, and fails with 1 where either is not the same.

      EXAMPLES:
        tarikh as-of 2024-12-05 --subject actor:france --cite
        tarikh cite 'tarikh:as-of?day=2024-12-05&known-at=41&…'
      """)

  @Argument(help: "The citation; quote it in a shell.")
  var citation: CitationArgument

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let answer = try store.openForQuestions().answer(to: citation.citation)
    switch output.effective {
    case .json: try Console.write(JSONLine.encode(AsOfAnswerJSON(answer)))
    case .ndjson, .csv: try StateListing.listing.print(answer.rows, output)
    case .table:
      for line in AsOfPage(answer, screen: output.screen).lines { try Console.line(line) }
      Console.note("the log and the answer are those of the citation")
    }
  }
}

/// A citation as it was printed.
struct CitationArgument: ExpressibleByArgument {
  var citation: Citation

  init?(argument: String) {
    guard let citation = Citation(argument) else { return nil }
    self.citation = citation
  }
}
