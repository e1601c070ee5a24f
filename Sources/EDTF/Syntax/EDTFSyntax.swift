/// What an expression is made of.
public indirect enum EDTFSyntax: Hashable, Sendable {
  case date(EDTFDate)
  case interval(EDTFInterval)
  case set(EDTFSet)

  /// Every date in it, in writing order.
  public var dates: [EDTFDate] {
    switch self {
    case .date(let date): [date]
    case .interval(let interval): [interval.start.date, interval.end.date].compactMap(\.self)
    case .set(let set): set.members.flatMap(\.dates)
    }
  }

  /// The same with `qualifier` after each of its dates.
  func qualified(_ qualifier: EDTFQualifier) -> EDTFSyntax {
    switch self {
    case .date(let date):
      return .date(date.qualified(qualifier))
    case .interval(let interval):
      let (start, end) = (interval.start, interval.end)
      return .interval(
        EDTFInterval(start: start.qualified(qualifier), end: end.qualified(qualifier)))
    case .set(let set):
      return .set(EDTFSet(kind: set.kind, members: set.members.map { $0.qualified(qualifier) }))
    }
  }
}

extension EDTFSyntax: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .interval(let interval): interval.description
    case .set(let set): set.description
    }
  }
}
