import Tarikh

/// A claim in one line: what, when, who says so, and where.
enum ClaimLine {
  static func words(_ claim: StateClaim, on screen: Screen) -> String {
    let outlet = claim.outlet.map { ", \(screen.text($0))" } ?? ""
    return "\(screen.text(claim.value.words))  \(valid(claim))  "
      + "\(screen.text(speaker(claim)))\(outlet)  \(claim.event)"
  }

  static func valid(_ claim: StateClaim) -> String { claim.valid.edtf?.description ?? "undated" }

  static func speaker(_ claim: StateClaim) -> String {
    claim.speaker?.rawValue ?? "the article itself"
  }
}
