/// What spoilt stores have shown.
struct DamageReport {
  var faults = 0
  /// Verify named a place.
  var named = 0
  /// Verify named nothing, and every answer was as before.
  var unchanged = 0
  /// LMDB faulted where nobody had verified: the command ends with a message there.
  var faulted = 0
  var findings: [String] = []

  var line: String {
    "\(faults) faults, \(named) named by verify, \(unchanged) without effect, \(faulted) on which "
      + "LMDB faults, \(findings.count) findings"
  }
}
