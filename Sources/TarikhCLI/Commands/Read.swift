import ArgumentParser
import Tarikh

/// Reads one stream.
struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the events of one stream.",
    discussion: """
      EXAMPLES:
        tarikh read article/9fe082f6fcea1d3e
        tarikh read article/9fe082f6fcea1d3e --backwards --limit 5 --json
      """)

  @Argument(help: "The stream's name.", completion: .custom(StreamCompletion.streams))
  var stream: StreamArgument

  @Option(name: .long, help: "The first revision to read; backwards, the last one.")
  var from: UInt64?

  @Flag(name: .long, help: "Newest first.")
  var backwards = false

  @Option(name: .long, help: "At most so many events.")
  var limit: Int?

  @Flag(name: .long, help: "With JSON: the article's full text too.")
  var text = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more") }
  }

  func run() async throws {
    let timeline = try store.open(.read)
    guard let last = try timeline.log.lastRevision(of: stream.name) else {
      throw EditError.noSuchStream(stream.name)
    }
    let damage = DamageReport()
    var events: [Event] = []
    if let revisions = revisions(upTo: last.rawValue) {
      events = try timeline.wholeEvents(in: stream.name, revisions, damaged: damage.note)
    }
    if backwards { events.reverse() }
    var listing = EventListing.listing
    if text { listing.json = { EventJSON($0, text: try timeline.text(of: $0)) } }
    try listing.print(events, output)
    try damage.finish()
    try output.noteIfEmpty(events.isEmpty, "No events there.")
  }

  /// The revisions that are wanted of a stream whose last one is `last`; `nil` for none.
  private func revisions(upTo last: UInt64) -> ClosedRange<Revision>? {
    let count = UInt64(limit ?? .max)
    if backwards {
      let end = min(from ?? last, last)
      let first = end - min(end, count - 1)
      return Revision(rawValue: first)...Revision(rawValue: end)
    }
    let first = from ?? 0
    guard first <= last else { return nil }
    let end = first + min(last - first, count - 1)
    return Revision(rawValue: first)...Revision(rawValue: end)
  }
}
