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

  @Option(name: .long, help: "Only what was recorded since: an RFC 3339 time, or a day.")
  var since: SinceArgument?

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
    let timeline = try store.open(.read)
    let log = timeline.log
    let damage = DamageReport()
    let start = try self.start(in: log)
    if follow { return try await follow(log, after: start) }
    var left = limit ?? .max
    var events: [Event] = []
    var isFirst = true
    var next = backwards ? end : start
    while left > 0 {
      let batch =
        backwards
        ? try timeline.wholeEvents(before: next, limit: 500, damaged: damage.note)
        : try timeline.wholeEvents(after: next ?? .zero, limit: 500, damaged: damage.note)
      guard let last = batch.last, let first = batch.first, first.position > start else { break }
      next = last.position
      let wanted = batch.filter { $0.position > start && matches($0) }.prefix(left)
      left -= wanted.count
      // A table needs all rows before its first line; the other formats stream.
      if output.effective == .table {
        events += wanted
      } else {
        try EventListing.listing.print(Array(wanted), output, withHead: isFirst)
        if events.isEmpty { events += wanted.prefix(1) }
      }
      isFirst = false
    }
    if isFirst || output.effective == .table {
      try EventListing.listing.print(events, output)
    }
    try damage.finish()
    try output.noteIfEmpty(events.isEmpty, "No events there.")
  }

  /// The position after which reading begins; backwards, after which it ends.
  private func start(in log: any EventLog) throws -> Position {
    guard let since else {
      return backwards ? .zero : Position(rawValue: max(from ?? 1, 1) - 1)
    }
    // What was recorded at the instant itself is wanted too.
    return try log.position(at: RecordedTime(rawValue: since.instant.rawValue &- 1))
  }

  /// The position before which backwards reading begins; `nil` for the head.
  private var end: Position? {
    guard let from, from < .max else { return nil }
    return Position(rawValue: from + 1)
  }

  private func follow(_ log: any EventLog, after start: Position) async throws {
    let format = output.effective
    var left = limit ?? .max
    var isFirst = true
    for try await update in log.follow(after: start) {
      switch update {
      case .event(let event) where matches(event):
        // Rows come one by one: the head of a table, not of CSV, would not fit their widths.
        try EventListing.listing.print([event], output, withHead: isFirst && format == .csv)
        isFirst = false
        left -= 1
        if left == 0 { return }
      case .event: break
      case .caughtUp(let position):
        try Console.flush()
        if !store.quiet { Console.note("caught up at position \(position)") }
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
