import Tarikh

/// Says what `verify` found in a store or an export, and fails where it is not sound.
struct VerificationReport {
  let format: OutputFormat
  /// Where each old head that was held against it came from.
  let places: [String]

  /// Shows what was found, and throws where a place is damaged or an old head does not hold.
  func show(_ found: Verification) throws {
    let damaged = found.findings.count
    let broken = zip(places, found.heads).filter { $1.outcome != .holds }
    switch format {
    case .table: try page(found)
    case .csv: try CSV.print(VerificationRow.rows(found, places: places), VerificationRow.columns)
    case .json, .ndjson:
      try Console.write(JSONLine.encode(VerificationJSON(found, places: places)))
    }
    if damaged > 0 {
      throw Failure(.inputOutput, "\(damaged) places are damaged" + words(broken.count))
    }
    if !broken.isEmpty {
      throw Failure(
        .failure, broken.map { place, check in "\(place): \(words(check))" }.joined(separator: "\n")
      )
    }
  }

  /// Shows an export; what is wrong with one ends the reading, and is its only finding.
  func show(exportIn file: String, _ verify: () throws -> Verification) throws {
    let found: Verification
    do {
      found = try verify()
    } catch let error as TransferError {
      switch format {
      case .table: break
      case .csv: try CSV.print([VerificationRow(error, file: file)], VerificationRow.columns)
      case .json, .ndjson:
        try Console.write(JSONLine.encode(VerificationJSON(error, file: file)))
      }
      throw error
    }
    try show(found)
  }

  private func page(_ found: Verification) throws {
    for finding in found.findings { try Console.line("\(finding.place): \(finding.reason)") }
    for (place, check) in zip(places, found.heads) {
      try Console.line("\(place): \(words(check))")
    }
    let holds = found.heads.allSatisfy { $0.outcome == .holds }
    let verdict = !found.findings.isEmpty ? "damaged" : holds ? "sound" : "sound in itself"
    try Console.line(
      "\(verdict): \(found.head.position.rawValue) events, \(found.streams) streams, "
        + "\(found.texts) texts; tree head \(found.head.root)")
  }

  private func words(_ check: HeadCheck) -> String {
    let position = check.head.position
    return switch check.outcome {
    case .holds: "holds: nothing up to position \(position) was changed"
    case .differs(let root):
      "DOES NOT HOLD: up to position \(position) the root is \(root), sealed was "
        + "\(check.head.root); something was changed, or the seal is of another log"
    case .beyond(let end):
      "DOES NOT HOLD: there are \(end) events, sealed were \(position); the log was cut off, or "
        + "the seal is of another log"
    }
  }

  private func words(_ broken: Int) -> String {
    broken == 0 ? "" : ", and \(broken) old heads do not hold"
  }
}
