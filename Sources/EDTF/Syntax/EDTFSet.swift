/// Several dates: one of them, or all of them.
public struct EDTFSet: Hashable, Sendable {
  public let kind: Kind
  /// At least one; only the first can be `.upTo`, only the last `.from`.
  public let members: [Member]

  init(kind: Kind, members: [Member]) {
    self.kind = kind
    self.members = members
  }

  public enum Kind: Hashable, Sendable {
    /// `[…]`: one of the members, it is not known which.
    case oneOf
    /// `{…}`: all members.
    case allOf
  }

  /// A date, or a run of dates.
  public enum Member: Hashable, Sendable {
    case date(EDTFDate)
    /// `a..b`: both, and every date between them.
    case range(EDTFDate, EDTFDate)
    /// `..a`: a, and every date before it.
    case upTo(EDTFDate)
    /// `a..`: a, and every date after it.
    case from(EDTFDate)

    var dates: [EDTFDate] {
      switch self {
      case .date(let date), .upTo(let date), .from(let date): [date]
      case .range(let first, let last): [first, last]
      }
    }

    func qualified(_ qualifier: EDTFQualifier) -> Member {
      switch self {
      case .date(let date): .date(date.qualified(qualifier))
      case .range(let first, let last):
        .range(first.qualified(qualifier), last.qualified(qualifier))
      case .upTo(let date): .upTo(date.qualified(qualifier))
      case .from(let date): .from(date.qualified(qualifier))
      }
    }
  }
}

extension EDTFSet: CustomStringConvertible {
  public var description: String {
    let inner = members.map { member in
      switch member {
      case .date(let date): "\(date)"
      case .range(let first, let last): "\(first)..\(last)"
      case .upTo(let date): "..\(date)"
      case .from(let date): "\(date).."
      }
    }.joined(separator: ",")
    return kind == .oneOf ? "[\(inner)]" : "{\(inner)}"
  }
}
