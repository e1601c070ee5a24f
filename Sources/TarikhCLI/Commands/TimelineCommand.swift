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

  @OptionGroup var reports: ReportFilterOptions
  @OptionGroup var period: PeriodOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let query = try reports.query(asOf.asOf(valid: nil), period)
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
