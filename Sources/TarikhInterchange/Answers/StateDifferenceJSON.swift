internal import TarikhModel
public import TarikhProjections

/// The shape of what two answers about the state of things differ in.
public struct StateDifferenceJSON: Encodable, Hashable, Sendable {
  public var before: AsOfJSON
  public var after: AsOfJSON
  public var variables: [VariableJSON]

  /// One state variable that is not the same in both.
  public struct VariableJSON: Encodable, Hashable, Sendable {
    public var subject: String
    public var attribute: String
    @ExplicitNull public var scope: String?
    /// `appeared`, `gone`, `changed` or `claims`.
    public var change: String
    public var before: ClaimValueJSON?
    public var after: ClaimValueJSON?
    public var gained: [StateClaimJSON]
    public var lost: [StateClaimJSON]

    public init(_ variable: StateDifference.Variable) {
      subject = variable.subject.rawValue
      attribute = variable.attribute
      _scope = ExplicitNull(wrappedValue: variable.scope?.rawValue)
      change = variable.change.rawValue
      before = variable.before?.value.map(ClaimValueJSON.init)
      after = variable.after?.value.map(ClaimValueJSON.init)
      gained = variable.gained.map(StateClaimJSON.init)
      lost = variable.lost.map(StateClaimJSON.init)
    }
  }

  public init(_ difference: StateDifference) {
    before = AsOfJSON(difference.before.asOf)
    after = AsOfJSON(difference.after.asOf)
    variables = difference.variables.map(VariableJSON.init)
  }
}
