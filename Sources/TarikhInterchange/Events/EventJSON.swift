public import Foundation
public import TarikhModel

/// The shape of an event, one a line: envelope, then what it says under the key of its type.
///
/// With the article's text it is lossless: the event that ``event()`` gives back has the same
/// hash.
public struct EventJSON: Codable, Hashable, Sendable {
  public var position: UInt64
  public var stream: String
  public var revision: UInt64
  public var address: String
  public var recorded: String
  public var type: String
  public var id: String
  public var hash: String
  public var payload: PayloadJSON

  /// - Parameter text: the article's text, for `article.received` where it is wanted.
  public init(_ event: Event, text: String? = nil) {
    position = event.position.rawValue
    stream = event.stream.rawValue
    revision = event.revision.rawValue
    address = event.address.description
    recorded = event.recorded.description
    type = event.payload.typeName
    id = event.id.description
    hash = event.hash.description
    payload = PayloadJSON(event.payload, text: text)
  }

  /// Reads a line of an export; a key that nobody reads is refused.
  public static func read(_ line: some DataProtocol) throws(InterchangeError) -> EventJSON {
    try JSONLine.decode(EventJSON.self, from: line, knowing: .event)
  }

  /// The event, its fields checked but its hash not recomputed: the log does that.
  public func event() throws(InterchangeError) -> Event {
    Event(
      position: Position(rawValue: position), stream: try Self.name(stream),
      revision: Revision(rawValue: revision),
      recorded: try .spelled(recorded, at: "recorded", as: "an RFC 3339 time"),
      id: try .spelled(id, at: "id", as: "32 hexadecimal digits"),
      hash: try .spelled(hash, at: "hash", as: "sha256: and 64 hexadecimal digits"),
      payload: try payload.value(type: type))
  }

  static func name(_ text: String) throws(InterchangeError) -> StreamName {
    do {
      return try StreamName(text)
    } catch {
      throw .notAllowed(
        path: "stream", found: "\"\(text)\"",
        allowed: "1 to \(StreamName.byteLimit) bytes of text without control characters")
    }
  }

  private enum CodingKeys: String, CodingKey {
    case position, stream, revision, address, recorded, type, id, hash
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    position = try container.decode(UInt64.self, forKey: .position)
    stream = try container.decode(String.self, forKey: .stream)
    revision = try container.decode(UInt64.self, forKey: .revision)
    address = "\(stream)@\(revision)"
    recorded = try container.decode(String.self, forKey: .recorded)
    type = try container.decode(String.self, forKey: .type)
    id = try container.decode(String.self, forKey: .id)
    hash = try container.decode(String.self, forKey: .hash)
    payload = try PayloadJSON(from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    try payload.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(position, forKey: .position)
    try container.encode(stream, forKey: .stream)
    try container.encode(revision, forKey: .revision)
    try container.encode(address, forKey: .address)
    try container.encode(recorded, forKey: .recorded)
    try container.encode(type, forKey: .type)
    try container.encode(id, forKey: .id)
    try container.encode(hash, forKey: .hash)
  }
}
