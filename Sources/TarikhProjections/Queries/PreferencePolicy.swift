/// How the preferred claim is chosen among rivals: a named order, which a caller may replace.
public struct PreferencePolicy: Sendable {
  /// How the policy is called on the command line.
  public let name: String
  /// Whether the first claim is strictly preferred to the second.
  ///
  /// Must be a strict weak order. Suspected misprints come last whatever it says, and what is
  /// only aimed at is never preferred.
  public let prefers:
    @Sendable (_ claim: StateClaim, _ rival: StateClaim, _ variable: StateVariable) -> Bool

  public init(
    name: String,
    prefers:
      @escaping @Sendable (
        _ claim: StateClaim, _ rival: StateClaim, _ variable: StateVariable
      ) -> Bool
  ) {
    self.name = name
    self.prefers = prefers
  }
}
