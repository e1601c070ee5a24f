public import TarikhModel

/// A question for the state of things.
///
/// Without a subject, of everything.
public struct AsOfQuery: Sendable {
  public var asOf: AsOf
  public var subject: EntityID?
  public var attribute: String?
  public var policy: PreferencePolicy

  /// - Precondition: `asOf` has a valid day.
  public init(asOf: AsOf, subject: EntityID?, attribute: String?, policy: PreferencePolicy) {
    precondition(asOf.valid != nil, "the state of things needs a day")
    self.asOf = asOf
    self.subject = subject
    self.attribute = attribute
    self.policy = policy
  }
}

/// The state of things on a day.
public struct AsOfAnswer: Hashable, Sendable {
  public var footing: AnswerFooting
  /// By subject, attribute and scope, in byte order.
  public var states: [State]

  public init(footing: AnswerFooting, states: [State]) {
    self.footing = footing
    self.states = states
  }
}
