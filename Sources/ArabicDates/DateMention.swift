public import EDTF

/// A date expression found in an Arabic text.
public struct DateMention: Hashable, Sendable {
  /// The words, exactly as they stand in the text.
  public var expression: String
  /// Where they stand: offsets in Unicode scalars of the text, end exclusive.
  public var range: Range<Int>
  public var kind: Kind
  /// What it means; `nil` for durations, repeats, and for relative dates without a reference day.
  public var edtf: EDTFExpression?
  /// The rule that gives `edtf` from a reference day; `nil` when the date stands on its own.
  public var relative: RelativeDate?
  public var relation: Relation
  /// Whether the words themselves are vague ("about", "late August").
  public var isApproximate: Bool

  public init(
    expression: String, range: Range<Int>, kind: Kind, edtf: EDTFExpression?,
    relative: RelativeDate?, relation: Relation, isApproximate: Bool
  ) {
    self.expression = expression
    self.range = range
    self.kind = kind
    self.edtf = edtf
    self.relative = relative
    self.relation = relation
    self.isApproximate = isApproximate
  }

  public enum Kind: String, Hashable, Sendable {
    case date, interval, duration, set, time
  }

  /// How an event lies to the date, from the preposition before it.
  ///
  /// `by`, `until` and `since`
  /// are already part of `edtf`: by 2025 is `../2025`.
  public enum Relation: String, Hashable, Sendable {
    case on, during, by, since, until, before, after, near
  }
}
