/// A number of things, as the source gives it: never averaged, never made more precise.
public struct Quantity: Hashable, Sendable {
  /// Smallest value meant, inclusive unless `comparator` says otherwise; `nil` for "less than".
  public var min: Double?
  /// Largest value meant; `nil` for "more than".
  ///
  /// Equal to `min` for a single figure.
  public var max: Double?
  /// How the figure bounds what is meant.
  public var comparator: Comparator
  /// What is counted.
  ///
  /// `soldiers`, `bases`, `attacks`, `killed`, `percent` and others: ontology, section 5.
  public var unit: String
  /// What the figure is a figure of.
  public var measure: Measure
  /// Whose: the force, the group; `nil` where the text does not say.
  public var of: EntityID?
  /// The words, as they stand in the text.
  public var expression: String

  public init(
    min: Double?, max: Double?, comparator: Comparator, unit: String, measure: Measure,
    of: EntityID?, expression: String
  ) {
    self.min = min
    self.max = max
    self.comparator = comparator
    self.unit = unit
    self.measure = measure
    self.of = of
    self.expression = expression
  }

  /// How a figure bounds what is meant; raw values as in JSON.
  public enum Comparator: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case less = "<"
    case greater = ">"
    case atMost = "≤"
    case atLeast = "≥"
    case about = "~"
  }

  /// What a figure is a figure of (ontology, section 5).
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Exists at a date.
    case stock
    /// By how much.
    case change
    /// Down to, up to.
    case target
    /// So many in a period.
    case count
  }
}
