internal import EDTF
internal import TarikhModel

extension PreferencePolicy {
  /// The order of the ontology, section 6.
  ///
  /// Of figures: asserted before planned, what is not older before what is, a named source
  /// before an anonymous one before the article's own voice, the later publication, the more
  /// specific time, a figure before a bound; in the end what was recorded first. Of statuses,
  /// what certainly holds on the day comes first of all, then what holds later in the world; of
  /// an agreement the furthest.
  public static let ontology = PreferencePolicy(name: "ontology") { claim, rival, variable in
    let keys = OntologyRank(claim, variable).keys
    let others = OntologyRank(rival, variable).keys
    return keys.lexicographicallyPrecedes(others)
  }

  /// The latest valid time first, then the latest publication, then the order of the ontology.
  public static let latest = PreferencePolicy(name: "latest") { claim, rival, variable in
    let (rank, other) = (OntologyRank(claim, variable), OntologyRank(rival, variable))
    return (rank.recency + rank.keys).lexicographicallyPrecedes(other.recency + other.keys)
  }

  /// A named source first, then the order of the ontology.
  public static let namedFirst = PreferencePolicy(name: "named-first") { claim, rival, variable in
    let (rank, other) = (OntologyRank(claim, variable), OntologyRank(rival, variable))
    return ([rank.source] + rank.keys).lexicographicallyPrecedes([other.source] + other.keys)
  }

  /// The value that most sources give first, then the order of the ontology.
  ///
  /// A speaker counts once for a value, and so does an outlet's own voice.
  public static let mostSources = PreferencePolicy(name: "most-sources") { claims, variable in
    let sources = Dictionary(grouping: claims, by: \.value).mapValues { claims in
      Set(claims.map { $0.speaker?.rawValue ?? "voice of \($0.outlet ?? $0.article.rawValue)" })
        .count
    }
    return { claim, rival in
      let rank = [-(sources[claim.value] ?? 0)] + OntologyRank(claim, variable).keys
      let other = [-(sources[rival.value] ?? 0)] + OntologyRank(rival, variable).keys
      return rank.lexicographicallyPrecedes(other)
    }
  }

  /// None is preferred: all claims side by side, in the order of the ontology.
  public static let everyClaim = PreferencePolicy(name: "all", prefersOne: false) {
    _, variable in
    { ontology.order([], variable)($0, $1) }
  }

  /// Those that have a name on the command line.
  public static let builtIn: [PreferencePolicy] = [
    .ontology, .latest, .mostSources, .namedFirst, .everyClaim,
  ]

  /// The policy of this name.
  public static func named(_ name: String) -> PreferencePolicy? {
    builtIn.first { $0.name == name }
  }
}

/// A claim as numbers, of which the smaller are preferred.
private struct OntologyRank {
  let claim: StateClaim
  let variable: StateVariable

  init(_ claim: StateClaim, _ variable: StateVariable) {
    self.claim = claim
    self.variable = variable
  }

  var keys: [Int] {
    let general = [
      modality, claim.flags.contains(.older) ? 1 : 0, source, -published, length, bound,
      Int(clamping: claim.position.rawValue),
    ]
    switch variable.nature {
    case .status: return [certainty, -stated, modality, -status] + general
    case .upgrade: return [-status] + general
    case .stock, .deadline, .count, .fact: return general
    }
  }

  var recency: [Int] { [-stated, -published] }

  /// What may only come later must not hide what is so on the day.
  private var certainty: Int { claim.certainty == .certain ? 0 : 1 }

  private var modality: Int {
    switch claim.modality {
    case .asserted: 0
    case .planned: 1
    case .expected: 2
    case .demanded: 3
    case .possible: 4
    case .conditional: 5
    case .denied: 6
    }
  }

  var source: Int {
    guard claim.speaker != nil else { return 2 }
    return claim.anonymous ? 1 : 0
  }

  /// The last day of publication; what is unknown counts as earliest.
  private var published: Int {
    claim.published?.bounds.latest.day?.rawValue ?? HoldingTime.Span.always
  }

  /// The day for which it was said: of a deed the last on which it can have been done, of a
  /// plan the first.
  private var stated: Int {
    let bounds = claim.valid.bounds
    let day =
      claim.modality == .asserted
      ? bounds.latest.day ?? bounds.earliest.day : bounds.earliest.day ?? bounds.latest.day
    return day?.rawValue ?? HoldingTime.Span.always
  }

  /// How many days its date covers: the fewer, the more specific.
  private var length: Int {
    let days = claim.valid.bounds.days
    return days.last - days.first
  }

  private var bound: Int {
    guard case .quantity(let quantity) = claim.value else { return 0 }
    return quantity.comparator == .equal || quantity.comparator == .about ? 0 : 1
  }

  private var status: Int {
    guard case .status(let status) = claim.value else { return 0 }
    return variable.statuses.firstIndex(of: status) ?? -1
  }
}
