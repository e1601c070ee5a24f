/// What killing writers has shown.
struct KillReport {
  var kills = 0
  var stores = 0
  /// The log was being opened or made.
  var whileOpening = 0
  var whileAppending = 0
  /// The writer had ended by itself.
  var ended = 0
  /// Appends that were acknowledged, over all stores.
  var acknowledged = 0
  var findings: [String] = []

  var line: String {
    "\(kills) kills, \(whileOpening) while opening, \(whileAppending) while appending, "
      + "\(ended) too late, \(stores) stores, \(acknowledged) acknowledged appends, "
      + "\(findings.count) findings"
  }
}
