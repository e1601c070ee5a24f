public import EDTF

/// The valid time of a report: when the thing itself holds in the world.
public struct When: Hashable, Sendable {
  /// The time, never more precise than the words.
  public var edtf: EDTFExpression
  /// The words that say so; `nil` where no words do and the time was inferred.
  public var expression: String?
  /// How the event lies to the time.
  public var relation: Relation
  /// How sure the time is.
  public var certainty: Certainty
  /// Whether the article's publication date was used to resolve it.
  public var dependsOnPublication: Bool
  /// The rule that gives `edtf` from the day of publication, kept so that a projection can
  /// date the report again when the true day is learnt; set where `dependsOnPublication` is.
  public var relative: RelativeDate?

  public init(
    edtf: EDTFExpression, expression: String?, relation: Relation, certainty: Certainty,
    dependsOnPublication: Bool, relative: RelativeDate?
  ) {
    self.edtf = edtf
    self.expression = expression
    self.relation = relation
    self.certainty = certainty
    self.dependsOnPublication = dependsOnPublication
    self.relative = relative
  }

  /// How an event lies to the time that is named (ontology, section 4).
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case on, during, by, since, until, before, after, near
  }

  /// How sure a time is: as said, said to be rough, or worked out by us.
  public enum Certainty: String, Hashable, Sendable, CaseIterable {
    case exact, approximate, inferred, unknown
  }
}
