import ArgumentParser
import Tarikh

/// Lists reports by the time in the world that they are about.
struct TimelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "List reports by valid time: when the thing itself happened, or will.",
    discussion: """
      EXAMPLES:
        tarikh timeline --from 2025-09 --to 2025-10
        tarikh timeline --kind withdrawal --subject base:ain-al-asad --json
        tarikh timeline --known-at 2025-01-31 --format csv
      """)

  @Option(name: .long, help: "First day, month or year (EDTF).")
  var from: PeriodArgument?

  @Option(name: .long, help: "Last day, month or year, inclusive (EDTF).")
  var to: PeriodArgument?

  @Option(name: .long, help: "Only reports of this kind.")
  var kind: NamedArgument<ReportKind>?

  @Option(name: .long, help: "Only reports that this entity (an id or a name) has part in.")
  var subject: String?

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let first = from?.bounds.earliest.day, let last = to?.bounds.latest.day, last < first {
      throw ValidationError("--to \(last) lies before --from \(first)")
    }
  }

  func run() async throws {
    let query = try TimelineQuery(
      asOf: asOf.asOf(valid: nil), from: from?.bounds.earliest.day, to: to?.bounds.latest.day,
      kind: kind?.value, subject: subject.map(SubjectName.entity))
    let answer = try store.openForQuestions().reports(query)
    try listing.print(answer.entries, as: output.effective)
    try output.noteIfEmpty(answer.entries.isEmpty, "No reports there.")
    Footing.note(answer.footing, as: output.effective)
  }

  private var listing: Listing<TimelineEntry> {
    Listing(
      columns: ReportColumns.columns { $0.report } + [
        .init("address") { $0.address.description },
        .init("outlet") { $0.outlet ?? "" },
        .init("quote", mayBeCut: true) { $0.report.evidence?.quote ?? "" },
      ],
      json: { TimelineEntryJSON($0) })
  }
}
