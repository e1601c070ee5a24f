internal import TarikhModel

/// What becomes of each report that concerns a question: counted once, by its best fate.
struct LeftOutTally: Sendable {
  private var fates: [Position: Fate] = [:]

  /// From the worst to the best.
  private enum Fate: Hashable, Comparable, Sendable {
    /// It ended so, at this position; of several endings the latest counts.
    case ended(at: Position, retracted: Bool)
    case leftOut(Int)
    case included

    static func < (a: Fate, b: Fate) -> Bool { a.order < b.order }

    private var order: (Int, UInt64) {
      switch self {
      case .ended(let position, _): (0, position.rawValue)
      case .leftOut(let rank): (1, UInt64(rank))
      case .included: (2, 0)
      }
    }
  }

  /// The later a report fell out, the more of the question it met.
  private static let ranks: [LeftOutReason] = [
    .superseded, .undated, .notYetPublished, .otherSource, .outsideValidTime,
  ]

  mutating func ended(_ identity: RowIdentity, _ ending: ReportVersion.Ending) {
    note(.ended(at: ending.position, retracted: ending.reason == .retracted), identity)
  }

  mutating func leaveOut(_ identity: RowIdentity, _ reason: LeftOutReason) {
    note(.leftOut(LeftOutTally.ranks.firstIndex(of: reason) ?? 0), identity)
  }

  mutating func include(_ identity: RowIdentity) { note(.included, identity) }

  private mutating func note(_ fate: Fate, _ identity: RowIdentity) {
    fates[identity.root] = max(fates[identity.root] ?? fate, fate)
  }

  func counts(redacted: Int) -> [LeftOutReason: Int] {
    var counts: [LeftOutReason: Int] = [:]
    for fate in fates.values {
      switch fate {
      case .ended(_, let retracted): counts[retracted ? .retracted : .superseded, default: 0] += 1
      case .leftOut(let rank): counts[LeftOutTally.ranks[rank], default: 0] += 1
      case .included: break
      }
    }
    if redacted > 0 { counts[.redacted] = redacted }
    return counts
  }
}
