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

  @Option(name: .long, help: "Only reports that this entity (an id or a name) has part in.")
  var subject: String?

  @Option(name: .long, help: "Only reports of this kind.")
  var kind: NamedArgument<ReportKind>?

  @Option(name: .long, help: "First day, month or year (EDTF).")
  var from: PeriodArgument?

  @Option(name: .long, help: "Last day, month or year, inclusive (EDTF).")
  var to: PeriodArgument?

  @Option(name: .long, help: "Only gaps of so many days or more.")
  var atLeast = 1

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let first = from?.bounds.earliest.day, let last = to?.bounds.latest.day, last < first {
      throw ValidationError("--to \(last) lies before --from \(first)")
    }
    guard atLeast > 0 else { throw ValidationError("--at-least takes one day or more") }
  }

  func run() async throws {
    let query = try TimelineQuery(
      asOf: asOf.asOf(valid: nil), from: from?.bounds.earliest.day, to: to?.bounds.latest.day,
      kind: kind?.value, subject: subject.map(SubjectName.entity))
    let gaps = try store.openForQuestions().gaps(query).filter { $0.days >= atLeast }
    try listing.print(gaps, as: output.effective)
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
