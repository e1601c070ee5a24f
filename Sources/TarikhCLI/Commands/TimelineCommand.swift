import ArgumentParser
import Tarikh

/// Lists reports by the time in the world that they are about.
struct TimelineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "List reports by valid time: when the thing itself happened, or will.",
    discussion: """
      On a terminal, or with --width, under a time axis: a report a row, its date drawn as a bar, \
      full where it is certain and light where it may be, with arrows where it is open. --format \
      table prints the plain table.

      EXAMPLES:
        tarikh timeline --from 2025-09 --to 2025-10
        tarikh timeline --subject actor:france --width 120
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
    if output.format == nil, output.effective == .table, let page = page(of: answer.entries) {
      for line in page.lines { try Console.line(line) }
    } else {
      try listing.print(answer.entries, output)
    }
    try output.noteIfEmpty(answer.entries.isEmpty, "No reports there.")
    Footing.note(answer.footing, as: output.effective)
  }

  /// The axis; `nil` where nobody looks, or there is nothing to draw.
  private func page(of entries: [TimelineEntry]) -> TimelinePage? {
    guard !entries.isEmpty, let width = output.screen.width else { return nil }
    return TimelinePage(
      entries, from: period.from?.bounds.earliest.day, to: period.to?.bounds.latest.day,
      screen: output.screen, width: width)
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
