internal import TarikhModel

/// What the rules ask of a report.
extension Report {
  /// How far the source commits itself to the thing's being so.
  enum Commitment: Hashable, Sendable {
    case asserted, planned, none
  }

  var commitment: Commitment {
    guard polarity == .positive else { return .none }
    return switch modality {
    case .asserted: .asserted
    case .planned, .expected: .planned
    case .demanded, .possible, .conditional, .denied: .none
    }
  }

  /// The flags that its modality and polarity give to its claims.
  var modalityFlags: [ClaimFlag] {
    var flags: [ClaimFlag] = []
    switch modality {
    case .asserted: break
    case .planned: flags = [.planned]
    case .expected: flags = [.expected]
    case .demanded: flags = [.demanded]
    case .possible, .conditional: flags = [.uncertain]
    case .denied: flags = [.denied]
    }
    if polarity == .negative && modality != .denied { flags.append(.denied) }
    return flags.sorted()
  }

  /// Whether it is said to have begun and not to be over.
  var isUnderWay: Bool { aspect == .begin || aspect == .ongoing }

  /// The first of those who have one of the roles, without repeats.
  func entities(_ roles: Participant.Role...) -> [EntityID] {
    var found: [EntityID] = []
    for participant in participants where roles.contains(participant.role) {
      if found.count == Report.breadth { break }
      if !found.contains(participant.entity) { found.append(participant.entity) }
    }
    return found
  }

  /// How many entities, and how many figures, of a report are read: claims are their products,
  /// and a text without sentences must not make millions.
  static let breadth = 32

  /// The first figures.
  var figures: ArraySlice<Quantity> { quantities.prefix(Report.breadth) }

  /// Those who act, as the states that answer for them.
  var principals: [EntityID] {
    var seen: Set<EntityID> = []
    return entities(.actor).map(\.principal).filter { seen.insert($0).inserted }
  }

  /// Where it happens: the countries named, else the first place; `nil` alone where none is.
  ///
  /// A base lies in a country only where the report names the country too.
  var countries: [EntityID?] {
    let places = entities(.place, .origin, .destination).filter(\.isPlace)
    let countries = places.filter(\.isCountry)
    return countries.isEmpty ? [places.first] : countries
  }

  var bases: [EntityID] {
    entities(.origin, .place, .object, .target, .destination).filter(\.isBase)
  }
}
