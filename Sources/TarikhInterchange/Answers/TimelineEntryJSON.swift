internal import EDTF
internal import TarikhModel
public import TarikhProjections

/// The shape of one report of a timeline.
public struct TimelineEntryJSON: Encodable, Hashable, Sendable {
  public var report: ReportJSON
  public var certainty: String
  public var address: String
  /// The event that gave the report its present wording.
  public var event: String
  public var position: UInt64
  public var recorded: String
  public var stream: String
  @ExplicitNull public var title: String?
  @ExplicitNull public var outlet: String?
  @ExplicitNull public var published: String?

  public init(_ entry: TimelineEntry) {
    report = ReportJSON(entry.report)
    certainty = entry.certainty.rawValue
    address = entry.address.description
    event = entry.event.description
    position = entry.position.rawValue
    recorded = entry.recorded.description
    stream = entry.address.stream.rawValue
    _title = ExplicitNull(wrappedValue: entry.title)
    _outlet = ExplicitNull(wrappedValue: entry.outlet)
    _published = ExplicitNull(wrappedValue: entry.publication?.date?.description)
  }
}
