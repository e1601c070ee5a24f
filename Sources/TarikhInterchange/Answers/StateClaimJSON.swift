internal import TarikhModel
public import TarikhProjections

/// The shape of one claim: who says what, where, and in which words.
public struct StateClaimJSON: Encodable, Hashable, Sendable {
  public var value: ClaimValueJSON
  public var valid: ValidTimeJSON
  public var certainty: String
  @ExplicitNull public var speaker: String?
  public var anonymous: Bool
  @ExplicitNull public var outlet: String?
  public var article: String
  public var event: String
  public var position: UInt64
  public var modality: String
  @ExplicitNull public var quote: String?
  /// Where the quote stands in the article's text: [start, end) in Unicode scalars.
  @ExplicitNull public var range: [Int]?
  public var preferred: Bool
  public var flags: [String]

  public init(_ claim: StateClaim) {
    value = ClaimValueJSON(claim.value)
    valid = ValidTimeJSON(claim.valid)
    certainty = claim.certainty.rawValue
    _speaker = ExplicitNull(wrappedValue: claim.speaker?.rawValue)
    anonymous = claim.anonymous
    _outlet = ExplicitNull(wrappedValue: claim.outlet)
    article = claim.article.rawValue
    event = claim.event.description
    position = claim.position.rawValue
    modality = claim.modality.rawValue
    _quote = ExplicitNull(wrappedValue: claim.quote)
    _range = ExplicitNull(wrappedValue: claim.range.map { [$0.start, $0.end] })
    preferred = claim.preferred
    flags = claim.flags.map(\.rawValue)
  }
}
