import ArgumentParser
import Tarikh

/// Answers what was the state of things on a day.
struct AsOfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "as-of",
    abstract: "Answer what was the state of things on a day, with every rival claim.",
    discussion: """
      On a terminal that is wide enough, or with --width, rival claims stand side by side.

      EXAMPLES:
        tarikh as-of 2025-10-02 --subject actor:us --attribute troop-level
        tarikh as-of 2025-10-02 --known-at 2025-01-31
        tarikh as-of 2024-07-25 --published-by 2024-07-31
        tarikh as-of 2024-07-25 --according-to person:lloyd-austin
        tarikh as-of 2025-10-02 --subject actor:us --cite
      """)

  @Argument(help: "The day in the world, YYYY-MM-DD.")
  var day: DayArgument

  @Option(
    name: .long, help: "Only this subject: an id, such as actor:us, or a name.",
    completion: .custom(SubjectCompletion.subjects))
  var subject: String?

  @Option(
    name: .long, help: "Only this attribute (such as troop-level, base-status).",
    completion: .custom(SubjectCompletion.attributes))
  var attribute: String?

  @Flag(name: .long, help: "Print a citation of the answer too; tarikh cite answers it again.")
  var cite = false

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let query = try AsOfQuery(
      asOf: asOf.asOf(valid: day.day), subject: subject.map(SubjectName.entity),
      attribute: attribute, policy: policy.chosen)
    let timeline = try store.openForQuestions()
    let answer = try timeline.state(query)
    let citation = cite ? try timeline.citation(of: answer, to: query) : nil
    switch output.effective {
    case .json:
      try Console.write(
        JSONLine.encode(AsOfAnswerJSON(answer, citation: citation?.description)))
    case .ndjson, .csv: try StateListing.listing.print(answer.rows, output)
    case .table:
      for line in AsOfPage(answer, screen: output.screen).lines { try Console.line(line) }
    }
    if let citation, output.effective == .table { try Console.line(citation.description) }
    try output.noteIfEmpty(
      answer.states.isEmpty,
      "Nothing is known to hold on \(day.day)."
        + (query.subject.map(SubjectName.hint) ?? ""))
  }
}
