internal import TarikhLog
internal import TarikhModel

extension Timeline {
  /// Other events of its stream that say some of what `event` says, so that who erases words
  /// knows where they still stand.
  ///
  /// Looks at article texts and quotes, not at names or figures that everybody says.
  func addresses(sharingWordsWith event: Event) throws -> [EventAddress] {
    let text = try text(of: event)
    let quote = event.payload.report?.evidence?.quote
    var found: [EventAddress] = []
    var next = Revision.zero
    while let last = try forEachEvent(
      in: event.stream, from: next,
      { other in
        guard other.revision != event.revision else { return }
        let otherQuote = other.payload.report?.evidence?.quote
        let isShared =
          if case .articleReceived = other.payload, let quote {
            try self.text(of: other)?.contains(quote) ?? false
          } else if let otherQuote {
            text?.contains(otherQuote) ?? quote.map(otherQuote.overlaps) ?? false
          } else {
            other.payload.target == event.address && other.payload.report != nil
          }
        if isShared { found.append(other.address) }
      })
    {
      next = Revision(rawValue: last.rawValue + 1)
    }
    return found
  }

  /// Runs `body` on some events from `revision` on; gives the last of them.
  private func forEachEvent(
    in stream: StreamName, from revision: Revision, _ body: (Event) throws -> Void
  ) throws -> Revision? {
    let events = try log.events(in: stream, from: revision, limit: 500)
    for event in events { try body(event) }
    return events.last?.revision
  }
}

extension EventPayload {
  /// The report that the event brings, its own or a corrected one.
  fileprivate var report: Report? {
    switch self {
    case .reported(let report), .corrected(_, let report, _): report
    default: nil
    }
  }

  fileprivate var target: EventAddress? {
    if case .corrected(let target, _, _) = self { target } else { nil }
  }
}

extension String {
  /// Whether one of the two is a part of the other.
  fileprivate func overlaps(_ other: String) -> Bool {
    contains(other) || other.contains(self)
  }
}
