public import TarikhModel

/// The shape of who says so.
public struct AttributionJSON: Codable, Hashable, Sendable {
  public var speaker: String
  public var role: String?
  public var channel: String?
  public var verb: String?
  public var anonymous: Bool?
  public var quoted: Bool?
  public var via: [String]?

  public init(_ attribution: Attribution) {
    speaker = attribution.speaker.rawValue
    role = attribution.role
    channel = attribution.channel?.rawValue
    verb = attribution.verb
    anonymous = attribution.anonymous
    quoted = attribution.quoted
    via = attribution.via.isEmpty ? nil : attribution.via.map(\.rawValue)
  }

  public func value() throws(InterchangeError) -> Attribution {
    var known: Attribution.Channel?
    if let channel { known = try .named(channel, at: "attribution.channel") }
    return Attribution(
      speaker: EntityID(rawValue: speaker), role: role, channel: known, verb: verb,
      anonymous: anonymous ?? false, quoted: quoted ?? false,
      via: (via ?? []).map(EntityID.init(rawValue:)))
  }
}
