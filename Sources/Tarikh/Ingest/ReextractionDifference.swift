public import TarikhModel

/// What an extractor finds in a stored article and the log does not say, and the other way round.
public struct ReextractionDifference: Hashable, Sendable {
  /// A report that is found no longer, with where it stands.
  public struct Retracted: Hashable, Sendable {
    public var address: EventAddress
    public var report: Report
  }

  public var stream: StreamName
  /// Reports that are new, and those found again that an extractor had taken back.
  public var added: [Report]
  public var retracted: [Retracted]
}
