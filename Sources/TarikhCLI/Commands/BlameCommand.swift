import ArgumentParser
import Tarikh

/// Follows a value to the words that it rests on.
struct BlameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Follow a value to its event, its article and the words around the quote.",
    discussion: """
      The preferred claim comes first, then its rivals. Without a day, of the day on which the \
      log's last event was recorded.

      EXAMPLES:
        tarikh blame actor:france troop-level 2024-12-05
        tarikh blame actor:france troop-level 2024-12-05 --known-at 2025-01-13 --json
      """)

  @Argument(
    help: "The subject: an id, such as actor:france, or a name.",
    completion: .custom(SubjectCompletion.subjects))
  var subject: String

  @Argument(
    help: "The attribute, such as troop-level.",
    completion: .custom(SubjectCompletion.attributes))
  var attribute: String

  @Argument(help: "The day in the world, YYYY-MM-DD.")
  var day: DayArgument?

  @Option(name: .long, help: "How many letters of the article to show around the quote.")
  var context = 120

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard (0...10_000).contains(context) else {
      throw ValidationError("--context takes 0 to 10000 letters")
    }
  }

  func run() async throws {
    let timeline = try store.openForQuestions()
    guard let day = try day?.day ?? timeline.log.head().recorded?.day else {
      throw Failure(.noInput, "the log is empty; ingest articles first")
    }
    let query = try AsOfQuery(
      asOf: asOf.asOf(valid: day), subject: SubjectName.entity(subject), attribute: attribute,
      policy: policy.chosen)
    let found = try timeline.blame(query, context: context)
    if output.effective == .table {
      for blame in found {
        for line in BlamePage(blame, screen: output.screen).lines { try Console.line(line) }
      }
    } else {
      try listing.print(found, output)
    }
    try output.noteIfEmpty(
      found.isEmpty, "Nothing is known of \(attribute) of \(subject) on \(day).")
  }

  private var listing: Listing<Blame> {
    Listing(
      columns: [
        .init("subject") { $0.subject.rawValue },
        .init("attribute") { $0.attribute },
        .init("scope") { $0.scope?.rawValue ?? "" },
        .init("value") { $0.claim.value.words },
        .init("preferred") { $0.claim.preferred ? "yes" : "" },
        .init("valid") { $0.claim.valid.edtf?.description ?? "" },
        .init("speaker") { $0.claim.speaker?.rawValue ?? "" },
        .init("event") { $0.claim.event.description },
        .init("recorded") { $0.recorded?.description ?? "" },
        .init("outlet") { $0.claim.outlet ?? "" },
        .init("title") { $0.title ?? "" },
        .init("url") { $0.url ?? "" },
        .init("before") { $0.before },
        .init("quote") { $0.claim.quote ?? "" },
        .init("after") { $0.after },
      ],
      json: { BlameJSON($0) })
  }
}

/// The shape of a blame.
private struct BlameJSON: Encodable {
  var subject: String
  var attribute: String
  @ExplicitNull var scope: String?
  var claim: StateClaimJSON
  @ExplicitNull var recorded: String?
  @ExplicitNull var title: String?
  @ExplicitNull var url: String?
  var before: String
  var after: String

  init(_ blame: Blame) {
    subject = blame.subject.rawValue
    attribute = blame.attribute
    _scope = ExplicitNull(wrappedValue: blame.scope?.rawValue)
    claim = StateClaimJSON(blame.claim)
    _recorded = ExplicitNull(wrappedValue: blame.recorded?.description)
    _title = ExplicitNull(wrappedValue: blame.title)
    _url = ExplicitNull(wrappedValue: blame.url)
    before = blame.before
    after = blame.after
  }
}
