internal import EDTF
internal import TarikhModel

/// How long news takes: from the day in the world to print, and from print into the log.
public struct ReportingLag: Hashable, Sendable {
  /// Days, of as many reports or articles as had both days.
  public struct Distribution: Hashable, Sendable {
    public var count: Int
    public var median: Int
    /// Nine of ten are no longer.
    public var ninetieth: Int
    public var longest: Int

    /// `nil` where nothing was measured.
    init?(_ days: [Int]) {
      let days = days.sorted()
      guard let longest = days.last else { return nil }
      count = days.count
      median = days[(days.count - 1) / 2]
      ninetieth = days[min(days.count - 1, days.count * 9 / 10)]
      self.longest = longest
    }
  }

  /// `nil` for articles without one.
  public var outlet: String?
  public var articles: Int
  public var reports: Int
  /// From what happened to its publication, of reports that tell what was, on one day.
  public var toPublication: Distribution?
  /// From publication to the log, of articles whose day of publication is known.
  public var toLog: Distribution?
}

extension ReportingLag {
  /// The lags of each outlet, by its name; what has none comes last.
  ///
  /// - Complexity: O(*n* log *n*).
  public static func byOutlet(_ entries: [TimelineEntry]) -> [ReportingLag] {
    let known = entries.filter { $0.publication != nil }
    return Dictionary(grouping: known, by: \.outlet).map { outlet, entries in
      let articles = Dictionary(grouping: entries, by: \.address.stream).compactMap(\.value.first)
      return ReportingLag(
        outlet: outlet, articles: articles.count, reports: entries.count,
        toPublication: Distribution(entries.compactMap(daysToPublication)),
        toLog: Distribution(articles.compactMap(daysToLog)))
    }
    .sorted { a, b in
      guard let a = a.outlet else { return false }
      guard let b = b.outlet else { return true }
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
  }

  private static func daysToPublication(_ entry: TimelineEntry) -> Int? {
    guard entry.report.modality == .asserted, let happened = day(entry.report.when?.edtf),
      let published = day(entry.publication?.date), happened <= published
    else { return nil }
    return published.rawValue - happened.rawValue
  }

  private static func daysToLog(_ entry: TimelineEntry) -> Int? {
    guard let published = day(entry.publication?.date) else { return nil }
    return entry.recorded.day.rawValue - published.rawValue
  }

  /// The day of a date that is one day.
  private static func day(_ date: EDTFExpression?) -> Day? {
    guard let bounds = date?.bounds, let first = bounds.earliest.day, bounds.latest.day == first
    else { return nil }
    return first
  }
}
