import ArgumentParser
import Tarikh

/// Lists stretches of days without a report.
struct Gaps: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List stretches of days about which no report says anything.",
    discussion: """
      A report covers every day that it may be about; of one that is open to a side, only the \
      day that it names.

      EXAMPLES:
        tarikh gaps --subject actor:france
        tarikh gaps --subject base:ain-al-asad --from 2025 --to 2025 --at-least 30 --json
      """)

  @Option(name: .long, help: "Only gaps of so many days or more.")
  var atLeast = 1

  @OptionGroup var reports: ReportFilterOptions
  @OptionGroup var period: PeriodOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard atLeast > 0 else { throw ValidationError("--at-least takes one day or more") }
  }

  func run() async throws {
    let query = try reports.query(asOf.asOf(valid: nil), period)
    let gaps = try store.openForQuestions().gaps(query).filter { $0.days >= atLeast }
    try listing.print(gaps, output)
    try output.noteIfEmpty(gaps.isEmpty, "No gaps.")
  }

  private var listing: Listing<CoverageGap> {
    Listing(
      columns: [
        .init("first") { $0.first.description },
        .init("last") { $0.last.description },
        .init("days", isNumber: true) { "\($0.days)" },
        .init("before") { $0.before?.description ?? "" },
        .init("after") { $0.after?.description ?? "" },
      ],
      json: { CoverageGapJSON($0) })
  }
}
