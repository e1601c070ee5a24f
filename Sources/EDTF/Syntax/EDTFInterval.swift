/// From one date to another: `a/b`.
public struct EDTFInterval: Hashable, Sendable {
  public internal(set) var start: Side
  public internal(set) var end: Side

  init(start: Side, end: Side) {
    self.start = start
    self.end = end
  }

  /// One side of an interval.
  public enum Side: Hashable, Sendable {
    case date(EDTFDate)
    /// `..a` as a start (a or earlier), `a..` as an end (a or later).
    case dateOrBeyond(EDTFDate)
    /// `..`: no start, or no end.
    case open
    /// Empty: there is one and nobody knows it.
    case unknown

    /// The date of this side, where it has one.
    public var date: EDTFDate? {
      switch self {
      case .date(let date), .dateOrBeyond(let date): date
      case .open, .unknown: nil
      }
    }

    func qualified(_ qualifier: EDTFQualifier) -> Side {
      switch self {
      case .date(let date): .date(date.qualified(qualifier))
      case .dateOrBeyond(let date): .dateOrBeyond(date.qualified(qualifier))
      case .open, .unknown: self
      }
    }
  }
}

extension EDTFInterval: CustomStringConvertible {
  public var description: String {
    let first =
      switch start {
      case .date(let date): "\(date)"
      case .dateOrBeyond(let date): "..\(date)"
      case .open: ".."
      case .unknown: ""
      }
    let last =
      switch end {
      case .date(let date): "\(date)"
      case .dateOrBeyond(let date): "\(date).."
      case .open: ".."
      case .unknown: ""
      }
    return "\(first)/\(last)"
  }
}
