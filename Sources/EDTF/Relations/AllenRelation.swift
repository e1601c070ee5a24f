/// How one run of days lies to another, as one of Allen's thirteen relations.
///
/// J. F. Allen, "Maintaining knowledge about temporal intervals", Communications of the ACM 26 (1983). For
/// half-open runs of which neither is empty exactly one holds.
public enum AllenRelation: String, Hashable, Sendable, CaseIterable {
  case before, meets, overlaps, starts, during, finishes, equals
  case finishedBy = "finished-by"
  case contains
  case startedBy = "started-by"
  case overlappedBy = "overlapped-by"
  case metBy = "met-by"
  case after

  /// How `a` lies to `b`; `nil` when one of them is empty.
  public init?(_ a: Range<Day>, to b: Range<Day>) {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    if a.upperBound < b.lowerBound {
      self = .before
    } else if a.upperBound == b.lowerBound {
      self = .meets
    } else if b.upperBound < a.lowerBound {
      self = .after
    } else if b.upperBound == a.lowerBound {
      self = .metBy
    } else {
      self = Self.sharing(a, b)
    }
  }

  /// The relation of two runs that have a day in common.
  private static func sharing(_ a: Range<Day>, _ b: Range<Day>) -> AllenRelation {
    if a.lowerBound == b.lowerBound {
      return a.upperBound == b.upperBound
        ? .equals : a.upperBound < b.upperBound ? .starts : .startedBy
    }
    if a.upperBound == b.upperBound {
      return a.lowerBound > b.lowerBound ? .finishes : .finishedBy
    }
    if a.lowerBound < b.lowerBound {
      return a.upperBound < b.upperBound ? .overlaps : .contains
    }
    return a.upperBound < b.upperBound ? .during : .overlappedBy
  }

  /// The relation of the second run to the first.
  public var inverse: AllenRelation {
    switch self {
    case .before: .after
    case .meets: .metBy
    case .overlaps: .overlappedBy
    case .starts: .startedBy
    case .during: .contains
    case .finishes: .finishedBy
    case .equals: .equals
    case .finishedBy: .finishes
    case .contains: .during
    case .startedBy: .starts
    case .overlappedBy: .overlaps
    case .metBy: .meets
    case .after: .before
    }
  }
}
