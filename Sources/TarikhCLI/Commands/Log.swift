import ArgumentParser
import Tarikh

/// Reads the whole log, and follows it.
struct Log: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the log by position or by recorded time, and follow it.",
    discussion: """
      EXAMPLES:
        tarikh log --from 100 --limit 20
        tarikh log --since 2026-11-23T08:00:00Z --kind withdrawal
        tarikh log --follow --json
      """)

  @Option(name: .long, help: "The first position to read; backwards, the last one.")
  var from: UInt64?

  @Option(name: .long, help: "Only what was recorded after this: an RFC 3339 time, or a day.")
  var since: KnownAtArgument?

  @Option(name: .long, help: "Only events of this type.")
  var type: NamedArgument<EventType>?

  @Option(name: .long, help: "Only reports of this kind.")
  var kind: NamedArgument<ReportKind>?

  @Option(name: .long, help: "At most so many events.")
  var limit: Int?

  @Flag(name: .long, help: "Newest first.")
  var backwards = false

  @Flag(name: .long, help: "Then wait for new events, until interrupted.")
  var follow = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more") }
    if from != nil, since != nil { throw ValidationError("give --from or --since, not both") }
    if follow, backwards { throw ValidationError("--follow reads forwards") }
  }

  func run() async throws {
    let log = try store.open(.read).log
    let start = try firstPosition(in: log)
    var left = limit ?? .max
    if follow { return try await follow(log, after: start, left: &left) }
    var events: [Event] = []
    var next: Position? = backwards ? from.map { Position(rawValue: $0 &+ 1) } : start
    while left > 0 {
      let batch =
        backwards
        ? try log.events(before: next, limit: 500)
        : try log.events(after: next ?? .zero, limit: 500)
      guard let last = batch.last else { break }
      next = last.position
      let wanted = batch.filter(matches).prefix(left)
      left -= wanted.count
      // A table needs all rows before its first line; the other formats stream.
      if output.effective == .table {
        events += wanted
      } else {
        try EventListing.listing.print(
          Array(wanted), as: output.effective, withHead: events.isEmpty)
        if events.isEmpty { events += wanted.prefix(1) }
      }
    }
    if output.effective == .table { try EventListing.listing.print(events, as: .table) }
    try output.noteIfEmpty(events.isEmpty, "No events there.")
  }

  private func firstPosition(in log: any EventLog) throws -> Position {
    switch since?.value {
    case .instant(let instant): try log.position(at: instant)
    case .position(let position): position
    case .head, nil: Position(rawValue: max(from ?? 1, 1) - 1)
    }
  }

  private func follow(
    _ log: any EventLog, after start: Position, left: inout Int
  ) async throws {
    for try await update in log.follow(after: start) {
      switch update {
      case .event(let event) where matches(event):
        let format = output.effective == .table ? OutputFormat.table : .ndjson
        try EventListing.listing.print([event], as: format, withHead: false)
        left -= 1
        if left == 0 { return }
      case .event: break
      case .caughtUp: try Console.flush()
      }
    }
  }

  private func matches(_ event: Event) -> Bool {
    if let type, event.payload.type != type.value { return false }
    guard let kind = kind?.value else { return true }
    switch event.payload {
    case .reported(let report), .corrected(_, let report, _): return report.kind == kind
    default: return false
    }
  }
}
