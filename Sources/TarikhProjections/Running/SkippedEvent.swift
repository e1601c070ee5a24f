public import TarikhModel

/// Somebody's decision that a projection goes on without an event that stops it.
///
/// It changes what the view says, so it belongs to the store, and answers count it.
public struct SkippedEvent: Hashable, Sendable, Codable {
  public var projection: String
  public var event: EventAddress
  public var position: Position
  public var reason: String

  public init(projection: String, event: EventAddress, position: Position, reason: String) {
    self.projection = projection
    self.event = event
    self.position = position
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case projection, event, position, reason
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    projection = try values.decode(String.self, forKey: .projection)
    let text = try values.decode(String.self, forKey: .event)
    guard let address = EventAddress(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .event, in: values, debugDescription: "\(text) is not an address")
    }
    event = address
    position = Position(rawValue: try values.decode(UInt64.self, forKey: .position))
    reason = try values.decode(String.self, forKey: .reason)
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(projection, forKey: .projection)
    try values.encode(event.description, forKey: .event)
    try values.encode(position.rawValue, forKey: .position)
    try values.encode(reason, forKey: .reason)
  }
}
