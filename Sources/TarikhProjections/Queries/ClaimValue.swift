public import EDTF
public import TarikhModel

/// What a report claims about a state variable.
public enum ClaimValue: Hashable, Sendable {
  /// A figure or a bound, as the source gives it.
  case quantity(ClaimedQuantity)
  /// One of the statuses that the variable declares: `leaving-planned`, `vacated`.
  case status(String)
  /// A day by which, or from which: the deadline of a mission.
  case date(EDTFExpression)
  /// The value of a recorded fact, as it was given.
  case text(String)
  /// A recorded fact that clears the attribute: only a history shows it.
  case cleared
}

/// How many, in the bounds of the source.
public struct ClaimedQuantity: Hashable, Sendable {
  /// Smallest value meant; `nil` where only an upper bound is given.
  public var min: Double?
  /// Largest value meant; `nil` where only a lower bound is given.
  public var max: Double?
  public var comparator: Quantity.Comparator
  /// What is counted: `soldiers`.
  public var unit: String

  public init(min: Double?, max: Double?, comparator: Quantity.Comparator, unit: String) {
    self.min = min
    self.max = max
    self.comparator = comparator
    self.unit = unit
  }
}
