import Tarikh

/// What a run of `ingest` has done so far.
struct IngestTally {
  private(set) var stored: UInt64 = 0
  private(set) var reports = 0
  private(set) var known: UInt64 = 0
  private(set) var updated: UInt64 = 0
  private var rejected: UInt64 = 0
  private var missing: UInt64 = 0

  var articles: UInt64 { stored + known + updated }

  mutating func count(_ outcome: IngestOutcome) {
    switch outcome {
    case .stored(_, let reports):
      stored += 1
      self.reports += reports
    case .alreadyStored: known += 1
    case .updated: updated += 1
    }
  }

  mutating func reject(_ error: ArticleError) {
    rejected += 1
    if error.isMissingInput { missing += 1 }
  }

  var summary: String {
    var parts = ["\(stored) articles stored with \(reports) reports"]
    if known > 0 { parts.append("\(known) stored already") }
    if updated > 0 { parts.append("\(updated) brought to this version of the extractor") }
    if rejected > 0 { parts.append("\(rejected) rejected") }
    return parts.joined(separator: ", ")
  }

  /// Fails with the code that tells whether anything was done.
  func check() throws {
    guard rejected > 0 else { return }
    if articles > 0 { throw Failure(.partlyDone, "") }
    throw Failure(missing == rejected ? .noInput : .badInput, "")
  }
}
