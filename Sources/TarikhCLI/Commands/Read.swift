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

  @Argument(help: "The stream's name.", completion: .custom(StreamNames.complete))
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
    guard try timeline.log.lastRevision(of: stream.name) != nil else {
      throw EditError.noSuchStream(stream.name)
    }
    let limit = limit ?? .max
    let events =
      if backwards {
        try timeline.log.events(
          in: stream.name, before: end, limit: limit)
      } else {
        try timeline.log.events(
          in: stream.name, from: Revision(rawValue: from ?? 0), limit: limit)
      }
    var listing = EventListing.listing
    if text { listing.json = { EventJSON($0, text: try timeline.text(of: $0)) } }
    try listing.print(events, as: output.effective)
    try output.noteIfEmpty(events.isEmpty, "No events there.")
  }

  /// The revision before which backwards reading begins; `nil` for the last.
  private var end: Revision? {
    guard let from, from < .max else { return nil }
    return Revision(rawValue: from + 1)
  }
}
