import ArgumentParser
import Tarikh

/// Shows what ingest would find in an article; stores nothing.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what ingest would find in an article; stores nothing.",
    discussion: """
      Looks at the file alone: a manifest beside it is not read. Offsets count Unicode scalars of \
      the article's text, without front matter.

      EXAMPLES:
        tarikh extract story.txt --published 2025-10-02
        tarikh extract story.txt --json | jq -r '.kind + "  " + .evidence.quote'
      """)

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var file: String

  @Option(name: .long, help: "When it was published (EDTF): goes before what the file says.")
  var published: PublicationArgument?

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let defaults = ArticleDefaults(publication: published?.publication)
    let reader = ArticleReader(defaults: defaults, readsManifests: false)
    let article = try await reader.article(at: file)
    let extraction = try Extractor(lexicons: lexicon.lexicons()).extract(
      article.text, publication: article.publication)
    let publication = extraction.publication
    if output.effective == .table {
      let reason = publication.reason.map { ": \($0)" } ?? ""
      Console.note(
        "published \(publication.date?.description ?? "?") (\(publication.basis.rawValue)\(reason))"
      )
    }
    try listing.print(extraction.reports, output)
    try output.noteIfEmpty(extraction.reports.isEmpty, "No reports found in \(file).")
  }

  private var listing: Listing<ExtractedReport> {
    Listing(
      columns: ReportColumns.columns { $0.report } + [
        .init("start", isNumber: true) { "\($0.report.evidence?.range.start ?? 0)" },
        .init("end", isNumber: true) { "\($0.report.evidence?.range.end ?? 0)" },
        .init("quote", mayBeCut: true) { $0.report.evidence?.quote ?? "" },
      ],
      json: { ExtractedReportJSON(report: $0.report, sentence: $0.sentence, id: $0.id) })
  }
}
