public import TarikhModel

extension EntityID {
  /// The state that answers for a force or an institution: `actor:us` for `actor:us-military`.
  ///
  /// The id up to the first hyphen, where what follows names an organ of a state and nothing
  /// else; proxies and parties (`actor:iran-proxies`) answer for themselves.
  public var principal: EntityID {
    guard rawValue.hasPrefix("actor:"), let hyphen = rawValue.firstIndex(of: "-") else {
      return self
    }
    let organ = rawValue[hyphen...].dropFirst()
    return EntityID.organs.contains(String(organ))
      ? EntityID(rawValue: String(rawValue[..<hyphen])) : self
  }

  private static let organs: Set<String> = [
    "military", "army", "forces", "armed-forces", "special-forces", "security-forces", "troops",
    "air-force", "navy", "marines", "ground-forces", "coast-guard", "central-command", "centcom",
    "dod", "ministry-of-defense", "ministry-of-defence", "defense-ministry", "mod", "joint-staff",
    "general-staff", "government", "cabinet", "state-department", "foreign-ministry", "embassy",
    "intelligence", "mfa", "mofa", "presidency", "police", "national-guard", "border-guard", "cts",
  ]

  var isPlace: Bool { isOf("place") }
  var isBase: Bool { isOf("base") }

  /// Whether the id is of this class; a name that the lexicon lacks tells it after `unresolved:`.
  private func isOf(_ name: String) -> Bool {
    rawValue.hasPrefix("\(name):") || rawValue.hasPrefix("unresolved:\(name):")
  }

  /// Whether it is a place that is a country.
  var isCountry: Bool { isPlace && Country.slugs.contains(String(rawValue.dropFirst(6))) }
}
