import ArgumentParser
import Tarikh

/// Lists every claim ever made about a subject.
struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List every claim about a subject, with when it was recorded and superseded.",
    discussion: """
      EXAMPLES:
        tarikh history actor:us troop-level
        tarikh history base:ain-al-asad --json
      """)

  @Argument(
    help: "The subject: an id, such as actor:us, or a name.",
    completion: .custom(SubjectCompletion.subjects))
  var subject: String

  @Argument(help: "Only this attribute.", completion: .custom(SubjectCompletion.attributes))
  var attribute: String?

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let query = try HistoryQuery(
      asOf: asOf.asOf(valid: nil), subject: SubjectName.entity(subject), attribute: attribute)
    let answer = try store.openForQuestions().history(query)
    try listing.print(answer.entries, output)
    try output.noteIfEmpty(
      answer.entries.isEmpty, "No claims about \(subject)." + SubjectName.hint(for: query.subject))
    Footing.note(answer.footing, as: output.effective)
  }

  private var listing: Listing<HistoryEntry> {
    Listing(
      columns: [
        .init("attribute") { $0.attribute },
        .init("scope") { $0.scope?.rawValue ?? "" },
        .init("value") { $0.claim.value.words },
        .init("valid") { $0.claim.valid.edtf?.description ?? "undated" },
        .init("speaker") { $0.claim.speaker?.rawValue ?? "" },
        .init("recorded") { $0.recorded.recorded.description },
        .init("by") { $0.recorded.event.description },
        .init("superseded") { $0.superseded.map { "\($0.recorded) by \($0.event)" } ?? "" },
        .init("flags") { $0.claim.flags.map(\.rawValue).joined(separator: " ") },
        .init("quote", mayBeCut: true) { $0.claim.quote ?? "" },
      ],
      json: { HistoryEntryJSON($0) })
  }
}
