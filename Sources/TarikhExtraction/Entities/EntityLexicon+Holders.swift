package import EDTF
package import TarikhModel

extension EntityLexicon {
  /// The persons who held an office at some time, with the EDTF intervals, as the files list them.
  package func holders(of office: EntityID) -> [(person: EntityID, interval: String)] {
    holdersByOffice[office, default: []].map { (entries[$0.entry].id, $0.interval) }
  }

  /// The person who held an office on a day; `nil` where the lexicon knows none or several.
  package func holder(of office: EntityID, on day: Day) -> EntityID? {
    var found: Set<EntityID> = []
    for (person, interval) in holders(of: office) where Self.contains(interval, day) {
      found.insert(person)
    }
    return found.count == 1 ? found.first : nil
  }

  private static func contains(_ interval: String, _ day: Day) -> Bool {
    guard let bounds = EDTFExpression(interval)?.bounds else { return false }
    // Only the days between the bounds are sure; an open end is today's and later ones.
    let isAfterStart = bounds.earliest.day.map { $0 <= day } ?? true
    let isBeforeEnd = bounds.latest.day.map { day <= $0 } ?? true
    return isAfterStart && isBeforeEnd
  }
}
