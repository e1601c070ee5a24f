/// A variable of the state of things: what it is filed under, how long a report of it holds, and
/// how its values are ordered.
///
/// The table at ``all`` is the whole of what Tarikh knows of variables; the rules that read
/// reports lie beside it, one file for each group (ontology, section 6). Attributes of recorded
/// facts need no entry: they hold over their own days.
public struct StateVariable: Hashable, Sendable {
  /// What it is called, such as `troop-level`.
  public let attribute: String
  /// How its claims hold and are weighed.
  public let nature: Nature
  /// How many days an observation goes on holding, when the same source gives no later one.
  ///
  /// `nil` for what lasts until something else is said.
  public let freshness: Int?
  /// How many days a plan goes on holding after it was said, or after its own last day.
  public let planFreshness: Int
  /// The statuses, from the earliest in the course of things to the last.
  public let statuses: [String]

  public enum Nature: String, Hashable, Sendable, CaseIterable {
    /// A figure that exists at a time.
    case stock
    /// One of the statuses; what holds later in the world is preferred.
    case status
    /// One of the statuses, of which the furthest is preferred: an agreement only proceeds.
    case upgrade
    /// A day; several hold side by side, each until it has passed.
    case deadline
    /// A figure of a period, which holds in it and nowhere else.
    case count
    /// A recorded fact, over its own days.
    case fact
  }
}

extension StateVariable {
  private static let year = 365

  /// The variables, by attribute.
  ///
  /// | attribute | subject, scope | set by |
  /// |---|---|---|
  /// | `troop-level` | force's state, country | stocks of soldiers; "down to" when done |
  /// | `base-status` | base | `withdrawal`, `handover`, `deployment` |
  /// | `presence-policy` | force's state, country | `drawdown`, `withdrawal`, `deployment` |
  /// | `withdrawal-deadline` | force's state, country | the first two, not done, "by" a day |
  /// | `mission-status`, `mission-end` | mission | `mission` |
  /// | `agreement-status` | document, or party and other party | `agreement` |
  /// | `demand` | who demands, of whom | `demand` |
  /// | `territorial-control` | group, area | `control` |
  /// | `attack-count` | group, area | `attack` (count) |
  /// | `office` | person, post | `office` |
  public static let all: [StateVariable] = [
    StateVariable(
      attribute: "troop-level", nature: .stock, freshness: year, planFreshness: year,
      statuses: []),
    StateVariable(
      attribute: "base-status", nature: .status, freshness: nil, planFreshness: year,
      statuses: [
        "occupied", "leaving-planned", "handover-planned", "leaving", "vacated", "handed-over",
      ]),
    StateVariable(
      attribute: "presence-policy", nature: .status, freshness: year, planFreshness: year,
      statuses: [
        "retained", "deployment-planned", "deployment-begun", "deployment-done",
        "drawdown-planned", "drawdown-begun", "drawdown-done",
      ]),
    StateVariable(
      attribute: "withdrawal-deadline", nature: .deadline, freshness: nil, planFreshness: year,
      statuses: []),
    StateVariable(
      attribute: "mission-status", nature: .status, freshness: nil, planFreshness: year,
      statuses: [
        "active", "transformation-planned", "transforming", "transformed", "end-planned",
        "ending", "ended",
      ]),
    StateVariable(
      attribute: "mission-end", nature: .deadline, freshness: nil, planFreshness: year,
      statuses: []),
    StateVariable(
      attribute: "agreement-status", nature: .upgrade, freshness: nil, planFreshness: year,
      statuses: ["negotiating", "pending", "reached", "ended"]),
    StateVariable(
      attribute: "demand", nature: .status, freshness: year, planFreshness: year,
      statuses: ["open"]),
    StateVariable(
      attribute: "territorial-control", nature: .status, freshness: nil, planFreshness: year,
      statuses: ["held", "lost"]),
    StateVariable(
      attribute: "attack-count", nature: .count, freshness: nil, planFreshness: year,
      statuses: []),
    StateVariable(
      attribute: "office", nature: .status, freshness: nil, planFreshness: year,
      statuses: ["entering-planned", "holding", "leaving-planned", "left"]),
  ]

  /// The variable of this attribute; one of recorded facts where the table has none.
  public static func named(_ attribute: String) -> StateVariable {
    byAttribute[attribute]
      ?? StateVariable(
        attribute: attribute, nature: .fact, freshness: nil, planFreshness: year, statuses: [])
  }

  private static let byAttribute = Dictionary(
    uniqueKeysWithValues: all.map { ($0.attribute, $0) })
}
