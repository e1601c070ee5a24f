public import EDTF
public import TarikhModel

/// Everything that was ever recorded of one variable: its value on any day, as known at any
/// position.
///
/// The rules are those of SQL:2011 tables with both times: days and positions are half-open,
/// a fact with no days says nothing, and of two facts that cover a day the later recorded holds.
public struct FactHistory: Hashable, Sendable {
  public var subject: EntityID
  public var attribute: String
  /// The latest recorded first.
  public var facts: [RecordedFact]

  /// - Precondition: `facts` are in the order of falling positions.
  public init(subject: EntityID, attribute: String, facts: [RecordedFact]) {
    self.subject = subject
    self.attribute = attribute
    self.facts = facts
  }

  /// The fact that holds on `day`, as known at `position`; one that clears has no value.
  ///
  /// - Complexity: O(*n*) in the facts recorded later than the answer.
  public func fact(on day: Day, at position: Position) -> RecordedFact? {
    facts.first { $0.stands(at: position) && $0.covers(day) }
  }

  /// The stretches of `days` on which the variable has a value, as known at `position`: in order,
  /// none overlapping, neighbours of the same fact joined.
  ///
  /// - Complexity: O(*n*²) in the facts that touch the days.
  public func spells(over days: Range<Day>, at position: Position) -> [FactSpell] {
    let standing = facts.filter { $0.stands(at: position) && $0.overlaps(days) }
    let ends = standing.flatMap { [$0.from, $0.to ?? days.upperBound] }
    let cuts = Set(ends.filter { days.contains($0) } + [days.lowerBound]).sorted()
    var spells: [FactSpell] = []
    for (start, end) in zip(cuts, cuts.dropFirst() + [days.upperBound]) {
      guard let fact = standing.first(where: { $0.covers(start) }), let value = fact.value else {
        continue
      }
      if let last = spells.last, last.days.upperBound == start, last.position == fact.position {
        spells[spells.count - 1].days = last.days.lowerBound..<end
      } else {
        spells.append(FactSpell(days: start..<end, value: value, position: fact.position))
      }
    }
    return spells
  }
}

/// Days on which a variable has one value.
public struct FactSpell: Hashable, Sendable {
  public var days: Range<Day>
  public var value: String
  /// Of the fact that says so.
  public var position: Position

  public init(days: Range<Day>, value: String, position: Position) {
    self.days = days
    self.value = value
    self.position = position
  }
}

extension RecordedFact {
  /// Whether it covers one of `days`.
  fileprivate func overlaps(_ days: Range<Day>) -> Bool {
    let from = max(from, days.lowerBound)
    return from < min(to ?? days.upperBound, days.upperBound)
  }
}
