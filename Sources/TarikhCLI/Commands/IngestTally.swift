import Tarikh

/// What a run of `ingest` has done so far.
struct IngestTally {
  private(set) var stored: UInt64 = 0
  private(set) var reports = 0
  private(set) var known: UInt64 = 0
  private(set) var updated: UInt64 = 0
  private var rejections: [ArticleError] = []

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

  mutating func reject(_ error: ArticleError) { rejections.append(error) }

  var summary: String {
    var parts = ["\(stored) articles stored with \(reports) reports"]
    if known > 0 { parts.append("\(known) stored already") }
    if updated > 0 { parts.append("\(updated) brought to this version of the extractor") }
    if !rejections.isEmpty { parts.append("\(rejections.count) rejected") }
    return parts.joined(separator: ", ")
  }

  /// Fails with the code that tells whether anything was done.
  func check() throws {
    guard !rejections.isEmpty else { return }
    if articles > 0 { throw Failure(.partlyDone, "") }
    throw Failure(rejections.allSatisfy(\.isMissingInput) ? .noInput : .badInput, "")
  }
}

extension IngestOutcome {
  /// The shape of what became of one article.
  struct JSON: Encodable {
    var place: String
    var stream: String
    var outcome: String
    var reports: Int?
    var added: Int?
    var retracted: Int?
  }

  func json(place: String) -> JSON {
    switch self {
    case .stored(let stream, let reports):
      JSON(place: place, stream: stream.rawValue, outcome: "stored", reports: reports)
    case .alreadyStored(let stream):
      JSON(place: place, stream: stream.rawValue, outcome: "already-stored")
    case .updated(let stream, let added, let retracted):
      JSON(
        place: place, stream: stream.rawValue, outcome: "updated", added: added,
        retracted: retracted)
    }
  }
}
