import Tarikh

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
