public import EDTF
internal import TarikhModel
public import TarikhProjections

/// The shape of a claim's value: a figure, a status, a date, or the text of a recorded fact.
public enum ClaimValueJSON: Encodable, Hashable, Sendable {
  case quantity(ClaimedQuantity)
  case status(String)
  case date(EDTFExpression)
  case text(String)
  case cleared

  public init(_ value: ClaimValue) {
    self =
      switch value {
      case .quantity(let quantity): .quantity(quantity)
      case .status(let status): .status(status)
      case .date(let date): .date(date)
      case .text(let text): .text(text)
      case .cleared: .cleared
      }
  }

  private enum CodingKeys: String, CodingKey {
    case min, max, comparator, unit, status, edtf, earliest, latest, text, cleared
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .quantity(let quantity):
      try container.encode(quantity.min, forKey: .min)
      try container.encode(quantity.max, forKey: .max)
      try container.encode(quantity.comparator.rawValue, forKey: .comparator)
      try container.encode(quantity.unit, forKey: .unit)
    case .status(let status): try container.encode(status, forKey: .status)
    case .date(let date):
      try container.encode(date.description, forKey: .edtf)
      try container.encode(date.bounds.earliest.json(isStart: true), forKey: .earliest)
      try container.encode(date.bounds.latest.json(isStart: false), forKey: .latest)
    case .text(let text): try container.encode(text, forKey: .text)
    case .cleared: try container.encode(true, forKey: .cleared)
    }
  }
}
