internal import EDTF
internal import TarikhModel

/// A claim that stands at the position asked for and passed the filters.
struct Candidate: Sendable {
  var row: ClaimRow
  var outlet: String?
  var published: EDTFExpression?
  /// By itself: when it begins, and how long it would hold if nobody said anything more.
  var own: HoldingTime
  /// With what the same source said later.
  var holding: HoldingTime
  var isMisprintSuspected = false
  var isOlder = false

  init(_ row: ClaimRow, time: RowTime, _ variable: StateVariable, _ article: ArticleView?) {
    self.row = row
    outlet = article?.outlet
    published = article?.publication?.date
    own =
      row.isFact
      ? HoldingTime(over: time.bounds)
      : HoldingTime(
        of: time, modality: row.modality, variable: variable, published: published?.bounds)
    holding = own
  }

  var isValue: Bool { row.claim.standing == .value }

  /// Whose word it is: a named source everywhere, an anonymous one in one article, the voice of
  /// an outlet in all its articles.
  var source: String {
    let stream = row.identity.rootAddress.stream.rawValue
    guard let speaker = row.source.speaker else { return "voice \(outlet ?? stream)" }
    return row.source.anonymous
      ? "anonymous \(speaker.rawValue) \(stream)" : "named \(speaker.rawValue)"
  }

  var quantity: ClaimedQuantity? {
    if case .quantity(let quantity) = row.claim.value { quantity } else { nil }
  }
}

/// An article as it is known at one position.
struct ArticleView: Hashable, Sendable {
  var title: String?
  var outlet: String?
  var publication: Publication?

  init(_ record: ArticleRecord, at position: Position) {
    title = record.details?.title
    outlet = record.details?.outlet
    publication = record.published.known(at: position)
  }
}
