internal import TarikhModel

/// Which events of a chain are in force: all but those that a retraction in force takes back.
///
/// A retraction can itself be retracted, and what it took back returns.
enum Retraction {
  /// For each event, oldest first, whether it is in force after the last of them.
  ///
  /// Retractions come after what they retract, so one walk from the newest decides.
  /// - Complexity: O(*n*).
  static func inForce(
    _ events: [(position: Position, retracts: Position?)]
  ) -> [Bool] {
    var retracted: Set<Position> = []
    var inForce = [Bool](repeating: true, count: events.count)
    for index in events.indices.reversed() {
      inForce[index] = !retracted.contains(events[index].position)
      if inForce[index], let target = events[index].retracts { retracted.insert(target) }
    }
    return inForce
  }
}
