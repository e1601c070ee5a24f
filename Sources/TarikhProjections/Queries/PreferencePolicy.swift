/// How the preferred claim is chosen among rivals: a named order, which a caller may replace.
public struct PreferencePolicy: Sendable {
  /// Whether the first claim is strictly preferred to the second.
  ///
  /// Must be a strict weak order. Suspected misprints come last whatever it says, and what is
  /// only aimed at is never preferred.
  public typealias Order = @Sendable (_ claim: StateClaim, _ rival: StateClaim) -> Bool

  /// How the policy is called on the command line.
  public let name: String
  /// Whether one of the claims is preferred; else they stand side by side, and none gives a value.
  public let prefersOne: Bool
  /// The order for these claims about one variable.
  public let order: @Sendable (_ claims: [StateClaim], _ variable: StateVariable) -> Order

  /// A policy that looks at all claims of a variable before it orders them.
  public init(
    name: String, prefersOne: Bool = true,
    order: @escaping @Sendable (_ claims: [StateClaim], _ variable: StateVariable) -> Order
  ) {
    self.name = name
    self.prefersOne = prefersOne
    self.order = order
  }

  /// A policy that looks at two claims at a time.
  public init(
    name: String,
    prefers:
      @escaping @Sendable (
        _ claim: StateClaim, _ rival: StateClaim, _ variable: StateVariable
      ) -> Bool
  ) {
    self.init(name: name) { _, variable in { prefers($0, $1, variable) } }
  }
}
