public import Foundation
public import TarikhModel

/// The shape of an event that a desk or another program appends: a type and what it says.
///
/// Without an `id` the event is identified by its content, so that appending a file twice stores
/// it once.
public struct NewEventJSON: Codable, Hashable, Sendable {
  public var type: String?
  public var id: String?
  public var payload: PayloadJSON

  private enum CodingKeys: String, CodingKey { case type, id }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decodeIfPresent(String.self, forKey: .type)
    id = try container.decodeIfPresent(String.self, forKey: .id)
    payload = try PayloadJSON(from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    try payload.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(type, forKey: .type)
    try container.encodeIfPresent(id, forKey: .id)
  }

  /// Reads a line; a key that nobody reads is refused, since it is mostly misspelt.
  public static func event(in line: some DataProtocol) throws(InterchangeError) -> NewEvent {
    try JSONLine.decode(NewEventJSON.self, from: line, knowing: .newEvent).event()
  }

  public func event() throws(InterchangeError) -> NewEvent {
    guard let type = type ?? impliedType else { throw .missing(path: "type") }
    let value = try payload.value(type: type)
    if let id {
      return NewEvent(id: try .spelled(id, at: "id", as: "32 hexadecimal digits"), payload: value)
    }
    return NewEvent(id: EventID(content: value), payload: value)
  }

  /// A lone report or fact needs no type.
  private var impliedType: String? {
    if payload.fact != nil { return EventType.fact.rawValue }
    guard payload.report != nil, payload.target == nil else { return nil }
    return EventType.reported.rawValue
  }
}
