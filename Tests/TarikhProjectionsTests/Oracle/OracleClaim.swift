import EDTF
import TarikhModel
import TarikhProjections

/// A claim with the days on which it may begin, and how long it lasts from a given beginning.
struct OracleClaim {
  var standing: OraclePast.Standing
  var claim: ReportedClaim
  var variable: StateVariable
  var modality: Modality
  var outlet: String?
  var published: DayBounds?

  static let past = -100_000
  static let future = 100_000

  var isFact: Bool { standing.fact != nil }
  var isValue: Bool { claim.standing == .value }

  var bounds: DayBounds {
    if let fact = standing.fact {
      return DayBounds(
        earliest: .day(fact.from), latest: fact.to.map { .day($0.advanced(by: -1)) } ?? .open)
    }
    return standing.report?.when?.edtf.bounds
      ?? DayBounds(earliest: .unknown, latest: .unknown)
  }

  private var first: Int { bounds.earliest.day?.rawValue ?? OracleClaim.past }
  private var last: Int { bounds.latest.day?.rawValue ?? OracleClaim.future }
  private var publishedFirst: Int { published?.earliest.day?.rawValue ?? OracleClaim.past }
  private var publishedLast: Int { published?.latest.day?.rawValue ?? OracleClaim.future }
  private var relation: When.Relation { standing.report?.when?.relation ?? .during }

  var isPlan: Bool { modality != .asserted && modality != .denied }

  /// The days on which it may begin.
  var beginnings: ClosedRange<Int> {
    if isFact { return first...first }
    if isPlan {
      let saysFrom = bounds.latest.day == nil && bounds.earliest.day != nil
      if saysFrom && first <= publishedLast { return first...first }
      return publishedFirst...publishedLast
    }
    if relation == .since { return first...first }
    // What is asserted has begun when it is said.
    let end = bounds.latest.day == nil && published != nil ? publishedLast : last
    return first...max(first, end)
  }

  /// The first day on which it no longer holds by itself, for each way in which it may go, when
  /// it begins on `day`.
  func ends(beginning day: Int) -> [Int] {
    if isFact { return [bounds.latest.day.map { $0.rawValue + 1 } ?? OracleClaim.future] }
    if isPlan {
      let own = bounds.latest.day.map { max(day, $0.rawValue) } ?? day
      return [later(own, variable.planFreshness + 1)]
    }
    guard let freshness = variable.freshness else { return [OracleClaim.future] }
    guard relation == .since else { return [later(day, freshness + 1)] }
    // It held until it was said, or until its own last day.
    if let own = bounds.latest.day { return [own.rawValue + freshness + 1] }
    guard published != nil else { return [OracleClaim.future] }
    return [publishedFirst, publishedLast].map { later(max(day, $0), freshness + 1) }
  }

  private func later(_ day: Int, _ days: Int) -> Int {
    abs(day) >= OracleClaim.future ? day : day + days
  }

  var source: [String] {
    let stream = standing.root.stream.rawValue
    guard let attribution = standing.report?.attribution else { return ["", outlet ?? stream] }
    return [attribution.speaker.rawValue] + (attribution.anonymous ? [stream] : [])
  }

  var figure: Double? {
    if case .quantity(let quantity) = claim.value { quantity.min ?? quantity.max } else { nil }
  }
}
