internal import EDTF
internal import LMDB
internal import TarikhLog
internal import TarikhModel

extension QueryEngine {
  /// Every claim ever made about a subject, up to the position known at.
  ///
  /// A valid day in `asOf` is not looked at.
  /// - Complexity: O(*n* log *n*) in the rows of the subject.
  public func history(_ query: HistoryQuery) throws(QueryError) -> HistoryAnswer {
    let (footing, found) = try reading(StateProjection.name, query.asOf) {
      (snapshot, footing, transaction) throws(ViewError) in
      var tally = LeftOutTally()
      var found: [(row: ClaimRow, article: ArticleView?)] = []
      try snapshot.table.forEachClaim(
        of: query.subject, query.attribute, in: transaction
      ) { (row) throws(ViewError) in
        guard row.identity.from <= snapshot.position else { return }
        let article = try snapshot.article(of: row.identity.rootAddress.stream, in: transaction)
        if let obstacle = snapshot.obstacle(row.source, article) {
          tally.leaveOut(row.identity, obstacle)
        } else {
          tally.include(row.identity)
          found.append((row, article))
        }
      }
      let redacted = try snapshot.erased(in: transaction)
      return (AnswerFooting(snapshot, footing, tally.counts(redacted: redacted)), found)
    }
    var entries: [HistoryEntry] = []
    for (row, article) in found.sorted(by: { precedes($0.row, $1.row) }) {
      entries.append(try entry(row, article, upTo: footing.asOf.position))
    }
    return HistoryAnswer(footing: footing, entries: entries)
  }

  private func precedes(_ a: ClaimRow, _ b: ClaimRow) -> Bool {
    let (x, y) = (VariableKey(a.claim), VariableKey(b.claim))
    guard x == y else { return x < y }
    return (a.identity.from.rawValue, a.identity.root.rawValue)
      < (b.identity.from.rawValue, b.identity.root.rawValue)
  }

  private func entry(
    _ row: ClaimRow, _ article: ArticleView?, upTo position: Position
  ) throws(QueryError) -> HistoryEntry {
    var claim = StateClaim(
      row, outlet: article?.outlet, published: article?.publication?.date, .certain,
      row.claim.flags)
    try quote(&claim)
    var superseded: LogPlace?
    if let ending = row.identity.ending, ending.position <= position {
      superseded = try place(of: ending.position)
    }
    return HistoryEntry(
      subject: row.claim.subject, attribute: row.claim.attribute, scope: row.claim.scope,
      claim: claim, recorded: try place(of: row.identity.from), superseded: superseded)
  }

  private func place(of position: Position) throws(QueryError) -> LogPlace {
    do throws(ReadError) {
      guard let event = try log.event(at: position) else {
        throw ReadError.damaged(place: "position \(position)", reason: "the event is missing")
      }
      return LogPlace(position: position, recorded: event.recorded, event: event.address)
    } catch { throw .log(error) }
  }
}
