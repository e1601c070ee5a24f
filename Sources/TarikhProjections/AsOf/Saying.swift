internal import TarikhModel

/// What a source said of when: claims that are alike in both end alike.
struct Saying: Hashable {
  let source: String
  let standing: ReportedClaim.Standing
  let begin: HoldingTime.Span
  let value: ClaimValue

  init(_ candidate: Candidate) {
    source = candidate.source
    standing = candidate.row.claim.standing
    begin = candidate.own.begin
    value = candidate.row.claim.value
  }
}

/// The different sayings of one source, by when they can have begun.
struct SayingOrder {
  /// By the first day on which they can have begun.
  private let sayings: [Saying]
  /// For each of them, the least last day from it on.
  private let leastLast: [Int]
  /// For each of them, where the next one is that says something else.
  private let nextOther: [Int]
  private let all: Beginnings
  private let byValue: [ClaimValue: Beginnings]
  private let together: [HoldingTime.Span: Int]

  /// - Precondition: no two of them are equal.
  init(_ group: [Saying]) {
    let sayings = group.sorted { $0.begin.first < $1.begin.first }
    var leastLast = [Int](repeating: HoldingTime.Span.never, count: sayings.count)
    var nextOther = [Int](repeating: sayings.count, count: sayings.count)
    for place in sayings.indices.dropLast().reversed() {
      let isSame = sayings[place + 1].value == sayings[place].value
      nextOther[place] = isSame ? nextOther[place + 1] : place + 1
    }
    var least = HoldingTime.Span.never
    for place in sayings.indices.reversed() {
      least = min(least, sayings[place].begin.last)
      leastLast[place] = least
    }
    self.sayings = sayings
    self.leastLast = leastLast
    self.nextOther = nextOther
    all = Beginnings(sayings)
    byValue = Dictionary(grouping: sayings, by: \.value).mapValues(Beginnings.init)
    together = Dictionary(grouping: sayings, by: \.begin).mapValues(\.count)
  }

  /// First and last day on which what else the source said can have ended this.
  ///
  /// - Complexity: O(log *n*).
  func limit(of saying: Saying) -> HoldingTime.Span {
    var (first, last) = (HoldingTime.Span.never, HoldingTime.Span.never)
    let later = sayings.partitionPoint { $0.begin.first > saying.begin.last }
    if later < sayings.count {
      first = sayings[later].begin.first
      last = leastLast[later]
    }
    // On its own first day nothing can have ended it yet.
    let soonest = saying.begin.first + 1
    if hasOther(than: saying, beginningBy: min(soonest, saying.begin.last)) {
      first = min(first, soonest)
    } else {
      var next = sayings.partitionPoint { $0.begin.first > soonest }
      if next < sayings.count, sayings[next].value == saying.value { next = nextOther[next] }
      if next < later { first = min(first, sayings[next].begin.first) }
    }
    return HoldingTime.Span(first, last)
  }

  /// Whether the source says another thing that can have begun by `day` and after the first day
  /// of `saying`, with another date.
  private func hasOther(than saying: Saying, beginningBy day: Int) -> Bool {
    let begin = saying.begin
    let others =
      all.count(from: begin.first, by: day)
      - (byValue[saying.value]?.count(from: begin.first, by: day) ?? 0)
    // Those of the very same date were counted if they can have begun later than their first day.
    let same = begin.last > begin.first ? (together[begin] ?? 1) - 1 : 0
    return others > same
  }
}

/// The first and the last days of some beginnings, ascending.
private struct Beginnings {
  private let firsts: [Int]
  private let lasts: [Int]

  init(_ sayings: [Saying]) {
    firsts = sayings.map(\.begin.first).sorted()
    lasts = sayings.map(\.begin.last).sorted()
  }

  /// How many have their first day at or before `day` and their last one after `start`, which is
  /// not after `day`.
  func count(from start: Int, by day: Int) -> Int {
    firsts.partitionPoint { $0 > day } - lasts.partitionPoint { $0 > start }
  }
}
