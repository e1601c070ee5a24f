internal import EDTF
public import TarikhProjections

/// The shape of when a claim holds.
public struct ValidTimeJSON: Encodable, Hashable, Sendable {
  @ExplicitNull public var edtf: String?
  @ExplicitNull public var earliest: String?
  @ExplicitNull public var latest: String?

  public init(_ valid: ValidTime) {
    _edtf = ExplicitNull(wrappedValue: valid.edtf?.description)
    _earliest = ExplicitNull(wrappedValue: valid.bounds.earliest.json(isStart: true))
    _latest = ExplicitNull(wrappedValue: valid.bounds.latest.json(isStart: false))
  }
}
