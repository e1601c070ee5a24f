internal import EDTF
public import TarikhModel

/// The shape of a day of publication and how it is known; lies flat in its event.
public struct PublicationJSON: Codable, Hashable, Sendable {
  @ExplicitNull public var published: String?
  public var publishedBasis: String?
  public var publishedReason: String?

  public init(_ publication: Publication) {
    _published = ExplicitNull(wrappedValue: publication.date?.description)
    publishedBasis = publication.basis.rawValue
    publishedReason = publication.reason
  }

  public func value() throws(InterchangeError) -> Publication {
    var date: EDTFExpression?
    if let published { date = try EDTFExpression.read(published, at: "published") }
    let fallback: Publication.Basis = date == nil ? .unknown : .given
    let basis: Publication.Basis =
      if let publishedBasis { try .named(publishedBasis, at: "publishedBasis") } else { fallback }
    return Publication(date: date, basis: basis, reason: publishedReason)
  }
}
