internal import EDTF
internal import TarikhModel

/// The claims about one variable on one day: those that hold, in which order, in which conflict.
struct Evaluation {
  let key: VariableKey
  let variable: StateVariable
  /// Those that hold, certainly or possibly, each with its certainty.
  private(set) var holding: [(candidate: Candidate, certainty: ClaimCertainty)] = []
  /// Those that certainly do not.
  private(set) var notHolding: [Candidate] = []
  /// Facts over which a later recorded one lies on the day.
  private(set) var overlaid: [Candidate] = []
  /// The fact that clears the variable on the day: it shows nothing, and is the answer.
  private(set) var clearing: Candidate?

  init(_ key: VariableKey, _ candidates: [Candidate], on day: Day) {
    self.key = key
    variable = StateVariable.named(key.attribute)
    var reports = candidates.filter { !$0.row.isFact }
    if [.stock, .status, .upgrade].contains(variable.nature) { reports.applySuccession() }
    if variable.nature == .stock { reports.markMisprints() }
    for candidate in reports + candidates.filter(\.row.isFact) {
      if let certainty = candidate.holding.certainty(on: day) {
        holding.append((candidate, certainty))
      } else {
        notHolding.append(candidate)
      }
    }
    keepLatestFact()
    markOlder()
  }

  /// Where two recorded facts cover the day, the one recorded later holds; one that clears
  /// leaves nothing.
  private mutating func keepLatestFact() {
    let facts = holding.filter { $0.candidate.row.isFact }.map(\.candidate)
    guard let latest = facts.max(by: { $0.row.identity.root < $1.row.identity.root }) else {
      return
    }
    if latest.row.claim.value == .cleared { clearing = latest }
    overlaid = facts.filter { $0.row.identity.root != latest.row.identity.root }
    holding.removeAll {
      $0.candidate.row.isFact
        && ($0.candidate.row.identity.root != latest.row.identity.root
          || latest.row.claim.value == .cleared)
    }
  }

  private mutating func markOlder() {
    guard [.stock, .status, .upgrade].contains(variable.nature) else { return }
    var candidates = holding.map(\.candidate)
    candidates.markOlder()
    for index in holding.indices { holding[index].candidate = candidates[index] }
  }

  /// The state, in the order of `policy`; `nil` where nothing holds.
  func state(_ policy: PreferencePolicy) -> State? {
    guard !holding.isEmpty else { return nil }
    let claims = holding.map {
      (candidate: $0.candidate, claim: StateClaim($0.candidate, $0.certainty))
    }
    let prefers = policy.order(claims.map(\.claim), variable)
    let ordered = claims.sorted { a, b in
      let (first, second) = (a.candidate.group, b.candidate.group)
      return first == second ? prefers(a.claim, b.claim) : first < second
    }
    let first = ordered.first.flatMap { $0.candidate.group == 0 ? $0 : nil }
    let preferred = policy.prefersOne ? first : nil
    var answers = ordered.map(\.claim)
    if preferred != nil { answers[0].preferred = true }
    return State(
      subject: key.subject, attribute: key.attribute, scope: key.scope,
      value: preferred?.claim.value, certainty: preferred?.claim.certainty ?? .possible,
      conflict: ConflictKind(
        of: holding.map(\.candidate), preferred: first?.candidate, variable),
      claims: answers)
  }
}

extension Candidate {
  /// Values before suspected misprints before what is only aimed at, whatever the policy.
  fileprivate var group: Int { !isValue ? 2 : isMisprintSuspected ? 1 : 0 }
}

extension StateClaim {
  /// All but the quote, which is the log's.
  init(_ candidate: Candidate, _ certainty: ClaimCertainty) {
    let row = candidate.row
    var flags = row.claim.flags
    if candidate.isMisprintSuspected { flags.append(.misprintSuspected) }
    if candidate.isOlder { flags.append(.older) }
    self.init(row, outlet: candidate.outlet, published: candidate.published, certainty, flags)
  }

  init(
    _ row: ClaimRow, outlet: String?, published: EDTFExpression?, _ certainty: ClaimCertainty,
    _ flags: [ClaimFlag]
  ) {
    var flags = flags
    if row.identity.content != row.identity.root { flags.append(.corrected) }
    if row.time?.dependsOnPublication ?? false { flags.append(.dependsOnPublication) }
    let undated = ValidTime(
      edtf: nil, bounds: DayBounds(earliest: .unknown, latest: .unknown))
    self.init(
      value: row.claim.value, valid: row.time?.valid ?? undated, certainty: certainty,
      speaker: row.source.speaker, anonymous: row.source.anonymous, outlet: outlet,
      article: row.identity.rootAddress.stream, published: published,
      event: row.identity.contentAddress, position: row.identity.content,
      modality: row.modality, quote: nil, range: nil, preferred: false, flags: flags.sorted())
  }
}
