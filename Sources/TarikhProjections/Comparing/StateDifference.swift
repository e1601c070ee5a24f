public import TarikhModel

/// What two answers about the state of things differ in.
///
/// Two days as known at one position tell how the world changed; one day as known at two tells
/// how our knowledge did.
public struct StateDifference: Hashable, Sendable {
  public enum Change: String, Hashable, Sendable, CaseIterable {
    /// Nothing was known of it before.
    case appeared
    /// Nothing is known of it any more.
    case gone
    /// The value that is preferred is another.
    case changed
    /// The value is the same, and somebody else says so, or with another certainty.
    case claims
  }

  /// A state variable that is not the same in both.
  public struct Variable: Hashable, Sendable {
    public var subject: EntityID
    public var attribute: String
    public var scope: EntityID?
    public var change: Change
    public var before: State?
    public var after: State?
    /// Claims that stand in the second answer only.
    public var gained: [StateClaim]
    /// Claims that stand in the first answer only.
    public var lost: [StateClaim]
  }

  public var before: AnswerFooting
  public var after: AnswerFooting
  /// By subject, attribute and scope, in byte order.
  public var variables: [Variable]

  /// - Complexity: O(*n*) in the number of claims of both.
  public init(from first: AsOfAnswer, to second: AsOfAnswer) {
    before = first.footing
    after = second.footing
    variables = []
    let earlier = Self.byKey(first.states)
    let later = Self.byKey(second.states)
    for key in Set(earlier.keys).union(later.keys).sorted() {
      if let variable = Self.variable(earlier[key], later[key]) { variables.append(variable) }
    }
  }

  private struct Key: Hashable, Comparable {
    var parts: [String]

    static func < (a: Key, b: Key) -> Bool {
      for (a, b) in zip(a.parts, b.parts) where a != b {
        return a.utf8.lexicographicallyPrecedes(b.utf8)
      }
      return false
    }
  }

  private static func byKey(_ states: [State]) -> [Key: State] {
    Dictionary(
      states.map {
        (Key(parts: [$0.subject.rawValue, $0.attribute, $0.scope?.rawValue ?? ""]), $0)
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func variable(_ before: State?, _ after: State?) -> Variable? {
    guard let known = after ?? before else { return nil }
    let gained = (after?.claims ?? []).filter { !contains(before, $0) }
    let lost = (before?.claims ?? []).filter { !contains(after, $0) }
    let change: Change
    switch (before, after) {
    case (nil, _): change = .appeared
    case (_, nil): change = .gone
    case (let before?, let after?):
      if before.value != after.value {
        change = .changed
      } else if !gained.isEmpty || !lost.isEmpty || before.certainty != after.certainty {
        change = .claims
      } else {
        return nil
      }
    }
    return Variable(
      subject: known.subject, attribute: known.attribute, scope: known.scope, change: change,
      before: before, after: after, gained: gained, lost: lost)
  }

  /// Whether the same event says the same there.
  private static func contains(_ state: State?, _ claim: StateClaim) -> Bool {
    state?.claims.contains { $0.event == claim.event && $0.value == claim.value } ?? false
  }
}
