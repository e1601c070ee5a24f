internal import TarikhModel
public import TarikhProjections

/// The shape of one claim of a history: the claim, when it entered the log and when it ended.
public struct HistoryEntryJSON: Encodable, Hashable, Sendable {
  public var subject: String
  public var attribute: String
  @ExplicitNull public var scope: String?
  public var claim: StateClaimJSON
  public var recorded: LogPlaceJSON
  @ExplicitNull public var superseded: LogPlaceJSON?

  /// An event's place in the log.
  public struct LogPlaceJSON: Codable, Hashable, Sendable {
    public var position: UInt64
    public var recorded: String
    public var event: String

    public init(_ place: LogPlace) {
      position = place.position.rawValue
      recorded = place.recorded.description
      event = place.event.description
    }
  }

  public init(_ entry: HistoryEntry) {
    subject = entry.subject.rawValue
    attribute = entry.attribute
    _scope = ExplicitNull(wrappedValue: entry.scope?.rawValue)
    claim = StateClaimJSON(entry.claim)
    recorded = LogPlaceJSON(entry.recorded)
    _superseded = ExplicitNull(wrappedValue: entry.superseded.map(LogPlaceJSON.init))
  }
}
