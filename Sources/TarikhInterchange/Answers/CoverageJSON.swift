internal import EDTF
internal import TarikhModel
public import TarikhProjections

/// The shape of a stretch of days without a report.
public struct CoverageGapJSON: Encodable, Hashable, Sendable {
  public var first: String
  public var last: String
  public var days: Int
  @ExplicitNull public var before: String?
  @ExplicitNull public var after: String?

  public init(_ gap: CoverageGap) {
    first = gap.first.description
    last = gap.last.description
    days = gap.days
    _before = ExplicitNull(wrappedValue: gap.before?.description)
    _after = ExplicitNull(wrappedValue: gap.after?.description)
  }
}

/// The shape of how long an outlet's news takes.
public struct ReportingLagJSON: Encodable, Hashable, Sendable {
  /// Days.
  public struct DistributionJSON: Codable, Hashable, Sendable {
    public var count: Int
    public var median: Int
    public var ninetieth: Int
    public var longest: Int

    init(_ days: ReportingLag.Distribution) {
      count = days.count
      median = days.median
      ninetieth = days.ninetieth
      longest = days.longest
    }
  }

  @ExplicitNull public var outlet: String?
  public var articles: Int
  public var reports: Int
  @ExplicitNull public var toPublication: DistributionJSON?
  @ExplicitNull public var toLog: DistributionJSON?

  public init(_ lag: ReportingLag) {
    _outlet = ExplicitNull(wrappedValue: lag.outlet)
    articles = lag.articles
    reports = lag.reports
    _toPublication = ExplicitNull(wrappedValue: lag.toPublication.map(DistributionJSON.init))
    _toLog = ExplicitNull(wrappedValue: lag.toLog.map(DistributionJSON.init))
  }
}
