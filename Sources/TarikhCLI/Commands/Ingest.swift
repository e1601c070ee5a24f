import ArgumentParser
import Foundation
import Tarikh

/// Reads articles and stores what they report.
struct Ingest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles and store what they report.",
    discussion: """
      Reads .txt and .md files (with YAML front matter: title, outlet, url, published), saved \
      pages (.html: the running text, with title, day and outlet from the page), folders (with a \
      manifest.json: [{"file","published",…}]), NDJSON corpora \
      ({"id","title","outlet","published","url","text"} a line), and - for standard input. An \
      article is stored whole or not at all; one that is stored already is not stored again.

      EXAMPLES:
        tarikh ingest articles/
        tarikh ingest story.txt --published 2025-10-02 --outlet "وكالة المدى"
        zcat corpus.ndjson.gz | tarikh ingest -
      """)

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(name: .long, help: "When they were published (EDTF): goes before what files say.")
  var published: PublicationArgument?

  @Option(name: .long, help: "The outlet: goes before what files say.")
  var outlet: String?

  @Option(name: .long, help: "The address of the article's page.")
  var url: String?

  @Flag(name: .long, help: "Print one JSON object an article.")
  var json = false

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    // Before the store is there: whoever sees it may interrupt.
    let interruption = Interruption.watch()
    let reader = ArticleReader(
      defaults: ArticleDefaults(outlet: outlet, url: url, publication: published?.publication))
    try await store.withStore(lexicons: lexicon.lexicons()) { timeline in
      var run = IngestRun(
        timeline: timeline, interruption: interruption, json: json, isQuiet: store.quiet)
      for path in paths {
        try await reader.forEachArticle(at: path) { try await run.take($0) }
      }
      try await run.finish()
    }
  }
}
