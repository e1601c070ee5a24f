internal import EDTF
internal import LMDB
internal import TarikhLog
internal import TarikhModel

extension QueryEngine {
  /// The state of things on a day.
  ///
  /// - Complexity: O(*n* log *n*) in the rows of the subject, or of all subjects without one.
  public func state(_ query: AsOfQuery) throws(QueryError) -> AsOfAnswer {
    guard let day = query.asOf.valid else { preconditionFailure("a state needs a day") }
    var answer = try reading(StateProjection.name, query.asOf) {
      (snapshot, footing, transaction) throws(ViewError) in
      var tally = LeftOutTally()
      let candidates = try candidates(for: query, &snapshot, &tally, in: transaction)
      let evaluations = Dictionary(grouping: candidates) { VariableKey($0.row.claim) }
        .sorted { $0.key < $1.key }
        .map { Evaluation($0.key, $0.value, on: day) }
      for evaluation in evaluations { tally.note(evaluation) }
      let redacted = try snapshot.erased(in: transaction)
      return AsOfAnswer(
        footing: AnswerFooting(snapshot, footing, tally.counts(redacted: redacted)),
        states: evaluations.compactMap { $0.state(query.policy) })
    }
    for state in answer.states.indices {
      for claim in answer.states[state].claims.indices {
        try quote(&answer.states[state].claims[claim])
      }
    }
    return answer
  }

  /// The rows that concern the question and pass its filters.
  private func candidates(
    for query: AsOfQuery, _ snapshot: inout ViewSnapshot, _ tally: inout LeftOutTally,
    in transaction: borrowing ReadTransaction
  ) throws(ViewError) -> [Candidate] {
    var candidates: [Candidate] = []
    try snapshot.table.forEachClaim(
      of: query.subject, query.attribute, in: transaction
    ) { (row) throws(ViewError) in
      let found = try candidate(row, &snapshot, &tally, in: transaction)
      if let found { candidates.append(found) }
    }
    return candidates
  }

  private func candidate(
    _ row: ClaimRow, _ snapshot: inout ViewSnapshot, _ tally: inout LeftOutTally,
    in transaction: borrowing ReadTransaction
  ) throws(ViewError) -> Candidate? {
    guard row.identity.from <= snapshot.position else { return nil }
    guard row.identity.stands(at: snapshot.position) else {
      if let ending = row.identity.ending { tally.ended(row.identity, ending) }
      return nil
    }
    guard let time = row.time else {
      tally.leaveOut(row.identity, .undated)
      return nil
    }
    let article = try snapshot.article(of: row.identity.rootAddress.stream, in: transaction)
    if let obstacle = snapshot.obstacle(row.source, article) {
      tally.leaveOut(row.identity, obstacle)
      return nil
    }
    let variable = StateVariable.named(row.claim.attribute)
    return Candidate(row, time: time, variable, article)
  }

  /// Fetches the words of a claim from the log.
  func quote(_ claim: inout StateClaim) throws(QueryError) {
    let event: Event?
    do throws(ReadError) { event = try log.event(at: claim.position) } catch { throw .log(error) }
    switch event?.payload {
    case .reported(let report), .corrected(_, let report, _):
      claim.quote = report.evidence?.quote
      claim.range = report.evidence?.range
    default: break
    }
  }
}

extension RowTable {
  /// The claims of reports and of recorded facts that concern a subject, or all; and of those an
  /// attribute, or all.
  func forEachClaim(
    of subject: EntityID?, _ attribute: String?, in transaction: borrowing ReadTransaction,
    _ body: (ClaimRow) throws(ViewError) -> Void
  ) throws(ViewError) {
    let prefix = { ClaimRow.prefix(of: $0, subject, attribute).bytes }
    // Keys of long names are digests: the row itself says whom it is of.
    let concerns = { (row: ClaimRow) in
      (subject == nil || subject == row.claim.subject)
        && (attribute == nil || attribute == row.claim.attribute)
    }
    try forEachRow(withPrefix: prefix(.claim), in: transaction) { (stored) throws(ViewError) in
      let row = try ClaimRow(decoding: stored.value.copied)
      if concerns(row) { try body(row) }
    }
    try forEachRow(withPrefix: prefix(.fact), in: transaction) { (stored) throws(ViewError) in
      let row = ClaimRow(try FactRow(decoding: stored))
      if concerns(row) { try body(row) }
    }
  }
}

extension LeftOutTally {
  mutating func note(_ evaluation: Evaluation) {
    for held in evaluation.holding { include(held.candidate.row.identity) }
    if let clearing = evaluation.clearing { include(clearing.row.identity) }
    for candidate in evaluation.notHolding {
      leaveOut(candidate.row.identity, .outsideValidTime)
    }
    for candidate in evaluation.overlaid { leaveOut(candidate.row.identity, .superseded) }
  }
}
