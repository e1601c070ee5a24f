import ArgumentParser
import Tarikh

/// Shows how long news takes into print and into the log.
struct Lag: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how many days news takes into print and into the log, by outlet.",
    discussion: """
      Counted are reports that tell what was on one day, of articles whose day of publication is \
      known. p90: nine of ten take no longer.

      EXAMPLES:
        tarikh lag
        tarikh lag --kind withdrawal --json
      """)

  @OptionGroup var reports: ReportFilterOptions
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let query = try reports.query(asOf.asOf(valid: nil))
    let lags = try store.openForQuestions().lags(query)
    try listing.print(lags, output)
    try output.noteIfEmpty(lags.isEmpty, "No reports there.")
  }

  private var listing: Listing<ReportingLag> {
    func days(
      _ title: String, _ value: @escaping (ReportingLag) -> Int?
    ) -> Listing<ReportingLag>.Column {
      .init(title, isNumber: true) { value($0).map { "\($0)" } ?? "" }
    }
    return Listing(
      columns: [
        .init("outlet") { $0.outlet ?? "" },
        .init("articles", isNumber: true) { "\($0.articles)" },
        .init("reports", isNumber: true) { "\($0.reports)" },
        days("to print") { $0.toPublication?.median },
        days("print p90") { $0.toPublication?.ninetieth },
        days("longest") { $0.toPublication?.longest },
        days("to log") { $0.toLog?.median },
        days("log p90") { $0.toLog?.ninetieth },
      ],
      json: { ReportingLagJSON($0) })
  }
}
