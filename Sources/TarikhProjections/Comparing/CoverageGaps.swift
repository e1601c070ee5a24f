public import EDTF
public import TarikhModel

/// Stretches of days about which no report says anything.
public struct CoverageGap: Hashable, Sendable {
  /// First and last day without a report, inclusive.
  public var first: Day
  public var last: Day
  /// The report before it, which ends last; `nil` where the stretch asked for begins with it.
  public var before: EventAddress?
  /// The report after it; `nil` where the stretch asked for ends with it.
  public var after: EventAddress?

  /// How many days it has.
  public var days: Int { last.rawValue - first.rawValue + 1 }
}

extension CoverageGap {
  /// The gaps between dated reports.
  ///
  /// A report covers the days that it may be about; of one that is open to a side only the day
  /// that it names.
  ///
  /// - Parameters:
  ///   - entries: in the order of a timeline.
  ///   - from: the first day asked for; the first that is covered, if `nil`.
  ///   - to: the last day asked for; the last that is covered, if `nil`.
  /// - Complexity: O(*n* log *n*).
  public static func gaps(in entries: [TimelineEntry], from: Day?, to: Day?) -> [CoverageGap] {
    let covered = entries.compactMap { entry in
      days(of: entry).map { (days: $0, address: entry.address) }
    }.sorted { $0.days.lowerBound < $1.days.lowerBound }
    guard let start = from ?? covered.first?.days.lowerBound,
      let end = to ?? covered.map(\.days.upperBound).max(), start <= end
    else { return [] }
    var gaps: [CoverageGap] = []
    var next = start
    var last: EventAddress?
    for (days, address) in covered where days.upperBound >= start && days.lowerBound <= end {
      if days.lowerBound > next {
        gaps.append(
          CoverageGap(
            first: next, last: days.lowerBound.advanced(by: -1), before: last, after: address))
      }
      if days.upperBound.advanced(by: 1) > next {
        next = days.upperBound.advanced(by: 1)
        last = address
      }
    }
    if next <= end { gaps.append(CoverageGap(first: next, last: end, before: last, after: nil)) }
    return gaps
  }

  private static func days(of entry: TimelineEntry) -> ClosedRange<Day>? {
    guard let bounds = entry.report.when?.edtf.bounds else { return nil }
    switch (bounds.earliest.day, bounds.latest.day) {
    case (let first?, let last?): return first <= last ? first...last : nil
    case (let day?, nil), (nil, let day?): return day...day
    case (nil, nil): return nil
    }
  }
}
