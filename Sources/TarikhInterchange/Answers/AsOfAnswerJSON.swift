internal import TarikhModel
public import TarikhProjections

/// The shape of the state of things on a day.
public struct AsOfAnswerJSON: Encodable, Hashable, Sendable {
  public var asOf: AsOfJSON
  public var head: UInt64
  public var viewPosition: UInt64
  public var leftOut: [String: Int]
  public var states: [StateJSON]
  /// By which the answer can be asked for again; absent where nobody asked for it.
  public var citation: String?

  /// A state variable with all its claims.
  public struct StateJSON: Encodable, Hashable, Sendable {
    public var subject: String
    public var attribute: String
    @ExplicitNull public var scope: String?
    public var value: ClaimValueJSON?
    public var certainty: String
    public var conflict: String
    public var claims: [StateClaimJSON]

    private enum CodingKeys: String, CodingKey {
      case subject, attribute, scope, value, certainty, conflict, claims
    }

    public init(_ state: State) {
      subject = state.subject.rawValue
      attribute = state.attribute
      _scope = ExplicitNull(wrappedValue: state.scope?.rawValue)
      value = state.value.map(ClaimValueJSON.init)
      certainty = state.certainty.rawValue
      conflict = state.conflict.rawValue
      claims = state.claims.map(StateClaimJSON.init)
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(subject, forKey: .subject)
      try container.encode(attribute, forKey: .attribute)
      try container.encode(scope, forKey: .scope)
      try container.encode(value, forKey: .value)
      try container.encode(certainty, forKey: .certainty)
      try container.encode(conflict, forKey: .conflict)
      try container.encode(claims, forKey: .claims)
    }
  }

  public init(_ answer: AsOfAnswer, citation: String? = nil) {
    self.citation = citation
    asOf = AsOfJSON(answer.footing.asOf)
    head = answer.footing.head.rawValue
    viewPosition = answer.footing.viewPosition.rawValue
    leftOut = answer.footing.leftOutJSON
    states = answer.states.map(StateJSON.init)
  }
}
