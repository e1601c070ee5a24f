/// What failing disks have shown.
struct FaultReport {
  /// Runs in which a call failed.
  private(set) var faults = 0
  /// Logs that a new process has opened afterwards.
  var reopened = 0
  /// The run that began last.
  private(set) var last: (fault: Int, number: Int)?
  private var sound: Set<String> = []
  var findings: [String] = []

  /// Takes over what a child has said.
  mutating func add(_ output: String, of scenario: Scenario) {
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 3)
      guard parts.count >= 3, let fault = Int(parts[1]), let number = Int(parts[2]) else {
        continue
      }
      switch parts[0] {
      case "begin": last = (fault, number)
      case "sound":
        faults += 1
        sound.insert("\(fault)-\(number)")
      default:
        faults += 1
        findings.append("\(scenario): \(parts.last ?? "")")
      }
    }
  }

  /// Whether the run in the folder of that name ended as it should.
  func isSound(_ name: String) -> Bool { sound.contains(name) }

  var line: String {
    "\(faults) faults, \(reopened) logs opened anew, \(findings.count) findings"
  }
}
