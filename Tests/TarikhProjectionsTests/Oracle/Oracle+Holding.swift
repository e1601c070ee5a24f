import EDTF
import TarikhModel
import TarikhProjections

/// Step 3, by possible worlds: every claim begins on one of its days, and a source's later claim
/// ends its earlier one.
extension [OracleClaim] {
  /// Certain where the claim holds in every world, possible where it does in one, else `nil`.
  func certainty(of index: Int, on day: Int) -> ClaimCertainty? {
    let claim = self[index]
    let rivals = indices.filter { $0 != index && isSuccession(self[$0], claim) }.map { self[$0] }
    var holdsSomewhere = false
    var holdsEverywhere = true
    for begin in days(of: claim.beginnings, around: day) {
      for end in claim.ends(beginning: begin) {
        let holdsAlone = begin <= day && day < end
        let mayStand = rivals.allSatisfy { rival in
          days(of: rival.beginnings, around: day).contains {
            !ends(rival, $0, claim, begin, on: day)
          }
        }
        let mayFall = rivals.contains { rival in
          days(of: rival.beginnings, around: day).contains {
            ends(rival, $0, claim, begin, on: day)
          }
        }
        if holdsAlone && mayStand { holdsSomewhere = true }
        if !holdsAlone || mayFall { holdsEverywhere = false }
      }
    }
    return holdsSomewhere ? (holdsEverywhere ? .certain : .possible) : nil
  }

  private func isSuccession(_ later: OracleClaim, _ claim: OracleClaim) -> Bool {
    [.stock, .status, .upgrade].contains(claim.variable.nature) && !later.isFact && !claim.isFact
      && later.source == claim.source && later.isValue == claim.isValue
  }

  /// In the world where `later` begins on `next` and `claim` on `begin`.
  private func ends(
    _ later: OracleClaim, _ next: Int, _ claim: OracleClaim, _ begin: Int, on day: Int
  ) -> Bool {
    guard later.beginnings != claim.beginnings, next > begin, next <= day else { return false }
    return later.claim.value != claim.claim.value
      || later.beginnings.lowerBound > claim.beginnings.upperBound
  }

  /// All days of a short range; of a long one those at which anything can change.
  private func days(of range: ClosedRange<Int>, around day: Int) -> [Int] {
    if range.count <= 12 { return Array<Int>(range) }
    let marks =
      flatMap { [$0.beginnings.lowerBound, $0.beginnings.upperBound] }
      + [day, day - 365, day - 366, range.lowerBound, range.upperBound]
    let near = marks.flatMap { [$0 - 1, $0, $0 + 1] }.filter { range.contains($0) }
    return Set<Int>(near).sorted()
  }
}
