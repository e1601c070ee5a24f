import ArgumentParser
import Tarikh

/// Reads stored articles again and appends what is found differently.
struct Reextract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read stored articles again with this extractor, and append only the difference.",
    discussion: """
      A fact found again stays the event that it is, one found no longer is retracted with that \
      reason, a new one is appended. What a person corrected or retracted stays as it is, and so \
      do events of other programs. --dry-run shows the difference and appends nothing.

      EXAMPLES:
        tarikh reextract --dry-run
        tarikh reextract article/11dbaf45db67858e --lexicon mine.tsv
        tarikh reextract --dry-run --json | jq .stream
      """)

  @Argument(
    help: "Streams of articles; all, if none is named.",
    completion: .custom(StreamCompletion.streams))
  var streams: [String] = []

  @Flag(name: .long, help: "Show the difference, and append nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Print one JSON object an article.")
  var json = false

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let interruption = Interruption.watch()
    let timeline = try store.open(
      dryRun ? .read : .write, lexicons: lexicon.lexicons())
    let names = try streams.map { try StreamName($0) }
    for name in names {
      if try timeline.log.lastRevision(of: name) != nil { continue }
      throw Failure(.noInput, "\(name): no such stream; tarikh streams lists them")
    }
    let progress = ProgressBar("articles", isQuiet: store.quiet)
    var totals = (articles: 0, added: 0, retracted: 0)
    try await timeline.reextract(names.isEmpty ? nil : names, isDryRun: dryRun) {
      done, all, found in
      progress.show(UInt64(done), of: UInt64(all))
      if let found {
        totals.articles += 1
        totals.added += found.added.count
        totals.retracted += found.retracted.count
        try show(found)
      }
      return !interruption.isRequested
    }
    progress.finish()
    if !dryRun { try timeline.updateViews() }
    let summary =
      "\(totals.articles) articles differ: \(totals.added) reports \(dryRun ? "to add" : "added"), "
      + "\(totals.retracted) \(dryRun ? "to retract" : "retracted")"
    if !json { Console.note(summary) }
    try interruption.check(summary)
  }

  private func show(_ found: ReextractionDifference) throws {
    if json { return try Console.write(JSONLine.encode(ReextractionJSON(found))) }
    try Console.line("\(found.stream)")
    for gone in found.retracted {
      try Console.line("- @\(gone.address.revision)  \(Self.line(gone.report))")
    }
    for report in found.added { try Console.line("+ \(Self.line(report))") }
  }

  private static func line(_ report: Report) -> String {
    let parts = [
      report.kind.rawValue, report.when?.edtf.description ?? "undated", report.words,
      report.attribution?.speaker.rawValue ?? "",
      Bidirectional.isolate(Bidirectional.harmless("«\(report.evidence?.quote ?? "")»")),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

/// A difference as a line of JSON.
private struct ReextractionJSON: Encodable {
  private struct Retracted: Encodable {
    var address: String
    var report: ReportJSON
  }

  private var stream: String
  private var added: [ReportJSON]
  private var retracted: [Retracted]

  init(_ found: ReextractionDifference) {
    stream = found.stream.rawValue
    added = found.added.map { ReportJSON($0) }
    retracted = found.retracted.map {
      Retracted(address: "\($0.address)", report: ReportJSON($0.report))
    }
  }
}
