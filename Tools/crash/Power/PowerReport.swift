/// What cutting the power of one scenario has shown.
struct PowerReport {
  var scenario: Scenario
  var calls = 0
  var syncs = 0
  private(set) var cuts = 0
  private(set) var images = 0
  var findings: [String] = []

  init(scenario: Scenario) { self.scenario = scenario }

  /// Takes over what a checking child has said; gives the last call that it looked at.
  mutating func add(_ output: String) -> Int? {
    var last: Int?
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 2)
      guard parts.count >= 2, let call = Int(parts[1]) else { continue }
      if call != last { cuts += 1 }
      last = call
      images += 1
      if parts[0] == "finding" { findings.append(String(parts.last ?? "")) }
    }
    return last
  }

  var line: String {
    "\(scenario.rawValue): \(calls) calls, \(syncs) syncs, \(cuts) cut points, "
      + "\(images) images, \(findings.count) findings"
  }
}
