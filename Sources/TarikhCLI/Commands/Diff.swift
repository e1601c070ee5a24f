import ArgumentParser
import Tarikh

/// Shows how the state of things differs between two days, or between two states of knowledge.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what changed between two days, or what we learned between two positions.",
    discussion: """
      With two days, how the world changed, as known at one position. With two --known-at, how \
      our knowledge of one day changed, and which events did it; without a day, of the day on \
      which the later position was recorded.

      EXAMPLES:
        tarikh diff 2024-12-01 2025-02-01
        tarikh diff 2024-12-05 --known-at 2025-01-13 --known-at 2025-01-14
        tarikh diff 2024-12-01 2025-02-01 --subject actor:france --json
      """)

  @Argument(help: "The days, YYYY-MM-DD.")
  var days: [DayArgument] = []

  @Option(
    name: .long, help: "A position, RFC 3339 time or day; two of them compare what was known.")
  var knownAt: [KnownAtArgument] = []

  @Option(
    name: .long, help: "Only this subject: an id or a name.",
    completion: .custom(SubjectCompletion.subjects))
  var subject: String?

  @Option(
    name: .long, help: "Only this attribute.",
    completion: .custom(SubjectCompletion.attributes))
  var attribute: String?

  @Option(name: .long, help: "Only what was published by this day, YYYY-MM-DD.")
  var publishedBy: DayArgument?

  @Option(
    name: .long, help: "Only what this speaker (an id) or outlet says.",
    completion: .custom(SubjectCompletion.sources))
  var accordingTo: String?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    switch (days.count, knownAt.count) {
    case (2, 0...1), (0...1, 2): break
    default:
      throw ValidationError(
        "diff compares two days, or one day at two --known-at; see tarikh diff --help")
    }
  }

  func run() async throws {
    let timeline = try store.openForQuestions()
    let (first, second) = try queries(timeline)
    let difference = try timeline.difference(from: first, to: second)
    switch output.effective {
    case .table: for line in try page(difference, timeline).lines { try Console.line(line) }
    case .csv: try CSV.print(difference.rows, DifferenceListing.columns)
    case .ndjson:
      for variable in difference.variables {
        try Console.write(JSONLine.encode(StateDifferenceJSON.VariableJSON(variable)))
      }
    case .json: try Console.write(JSONLine.encode(StateDifferenceJSON(difference)))
    }
    try output.noteIfEmpty(difference.variables.isEmpty, "Nothing differs.")
  }

  private func page(_ difference: StateDifference, _ timeline: Timeline) throws -> DifferencePage {
    let asOf = AsOf(valid: nil, knownAt: .head, publishedBy: nil, accordingTo: nil)
    let articles = try timeline.articles(asOf).entries.map { ($0.stream, $0) }
    return DifferencePage(
      difference, articles: Dictionary(articles, uniquingKeysWith: { first, _ in first }),
      endings: knownAt.count == 2 ? try endings(difference, timeline) : [:],
      screen: output.screen)
  }

  /// What took the place of claims that were known before, and are not now.
  private func endings(
    _ difference: StateDifference, _ timeline: Timeline
  ) throws -> [EventAddress: LogPlace] {
    let asOf = AsOf(
      valid: nil, knownAt: .position(difference.after.asOf.position), publishedBy: nil,
      accordingTo: nil)
    var endings: [EventAddress: LogPlace] = [:]
    for subject in Set(difference.variables.filter { !$0.lost.isEmpty }.map(\.subject)) {
      let query = HistoryQuery(asOf: asOf, subject: subject, attribute: nil)
      for entry in try timeline.history(query).entries {
        if let superseded = entry.superseded { endings[entry.claim.event] = superseded }
      }
    }
    return endings
  }

  private func queries(_ timeline: Timeline) throws -> (AsOfQuery, AsOfQuery) {
    if knownAt.count == 2 {
      let day = try days.first?.day ?? recordedDay(knownAt[1].value, timeline)
      return try (query(day, knownAt[0].value), query(day, knownAt[1].value))
    }
    let known = knownAt.first?.value ?? .head
    return try (query(days[0].day, known), query(days[1].day, known))
  }

  private func query(_ day: Day, _ known: KnownAt) throws -> AsOfQuery {
    try AsOfQuery(
      asOf: AsOf(
        valid: day, knownAt: known, publishedBy: publishedBy?.day, accordingTo: accordingTo),
      subject: subject.map(SubjectName.entity), attribute: attribute,
      policy: policy.chosen)
  }

  private func recordedDay(_ known: KnownAt, _ timeline: Timeline) throws -> Day {
    let asOf = AsOf(valid: nil, knownAt: known, publishedBy: nil, accordingTo: nil)
    guard let recorded = try timeline.articles(asOf).footing.asOf.recorded else {
      throw Failure(.noInput, "nothing was recorded by then; name a day")
    }
    return recorded.day
  }
}
