import ArgumentParser
import Tarikh

/// The times and the source through which a question looks.
struct AsOfOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      Only what was recorded by then: a position, an RFC 3339 time, or a day, YYYY-MM-DD \
      (through its end, UTC).
      """)
  var knownAt: KnownAtArgument?

  @Option(name: .long, help: "Only what was published by this day, YYYY-MM-DD.")
  var publishedBy: DayArgument?

  @Option(
    name: .long, help: "Only what this speaker (an id) or outlet says.",
    completion: .custom(SubjectCompletion.sources))
  var accordingTo: String?

  func asOf(valid: Day?) -> AsOf {
    AsOf(
      valid: valid, knownAt: knownAt?.value ?? .head, publishedBy: publishedBy?.day,
      accordingTo: accordingTo)
  }
}
