internal import EDTF
public import TarikhModel

/// The shape of a fact: an attribute's value over [from, to); a `null` value clears it.
public struct FactJSON: Codable, Hashable, Sendable {
  public var subject: String
  public var attribute: String
  @ExplicitNull public var value: String?
  public var from: String
  @ExplicitNull public var to: String?

  public init(_ fact: Fact) {
    subject = fact.subject.rawValue
    attribute = fact.attribute
    _value = ExplicitNull(wrappedValue: fact.value)
    from = fact.from.description
    _to = ExplicitNull(wrappedValue: fact.to?.description)
  }

  public func fact() throws(InterchangeError) -> Fact {
    let first: Day = try .spelled(from, at: "fact.from", as: "a day, YYYY-MM-DD")
    var end: Day?
    if let to { end = try .spelled(to, at: "fact.to", as: "a day, YYYY-MM-DD, or null") }
    if let end, end < first {
      throw .notAllowed(path: "fact.to", found: "\(end)", allowed: "\(first) or later, as from is")
    }
    return Fact(
      subject: EntityID(rawValue: subject), attribute: attribute, value: value, from: first,
      to: end)
  }
}
