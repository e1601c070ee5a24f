internal import EDTF
public import TarikhModel

/// The shape of a valid time: EDTF, its bounds, and how it was said.
public struct WhenJSON: Codable, Hashable, Sendable {
  public var edtf: String
  @ExplicitNull public var earliest: String?
  @ExplicitNull public var latest: String?
  @ExplicitNull public var expression: String?
  public var relation: String?
  public var certainty: String?
  public var dependsOnPublication: Bool?
  public var relative: RelativeDateJSON?

  public init(_ when: When) {
    edtf = when.edtf.description
    _earliest = ExplicitNull(wrappedValue: when.edtf.bounds.earliest.json(isStart: true))
    _latest = ExplicitNull(wrappedValue: when.edtf.bounds.latest.json(isStart: false))
    _expression = ExplicitNull(wrappedValue: when.expression)
    relation = when.relation.rawValue
    certainty = when.certainty.rawValue
    dependsOnPublication = when.dependsOnPublication
    relative = when.relative.map(RelativeDateJSON.init)
  }

  /// The valid time; bounds are worked out anew from `edtf`, not believed.
  public func value() throws(InterchangeError) -> When {
    When(
      edtf: try EDTFExpression.read(edtf, at: "when.edtf"), expression: expression,
      relation: try .named(relation ?? "on", at: "when.relation"),
      certainty: try .named(certainty ?? "exact", at: "when.certainty"),
      dependsOnPublication: dependsOnPublication ?? false, relative: try relative?.value())
  }
}
