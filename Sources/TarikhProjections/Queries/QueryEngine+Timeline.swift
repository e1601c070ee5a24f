internal import EDTF
internal import LMDB
internal import TarikhLog
internal import TarikhModel

extension QueryEngine {
  /// The reports that concern some days, by valid time.
  ///
  /// A valid day in `asOf` stands for both ends of the range where they are not given.
  /// - Complexity: O(*n*) in the reports that begin at or before the last day.
  public func timeline(_ query: TimelineQuery) throws(QueryError) -> TimelineAnswer {
    let range = DayRange(query)
    let (footing, found) = try reading(TimelineProjection.name, query.asOf) {
      (snapshot, footing, transaction) throws(ViewError) in
      var tally = LeftOutTally()
      var found: [FoundReport] = []
      let (table, prefix) = (snapshot.table, ReportRow.prefix.bytes)
      try table.forEachRow(withPrefix: prefix, in: transaction) { (stored) throws(ViewError) in
        let row = try ReportRow(decoding: stored.value.copied)
        guard row.concerns(query), row.identity.from <= snapshot.position else { return }
        if let report = try judge(row, range, &snapshot, &tally, in: transaction) {
          found.append(report)
        }
      }
      let redacted = try snapshot.erased(in: transaction)
      return (AnswerFooting(snapshot, footing, tally.counts(redacted: redacted)), found)
    }
    var entries: [TimelineEntry] = []
    for report in found.sorted(by: FoundReport.precedes) {
      if let entry = try entry(report) { entries.append(entry) }
    }
    return TimelineAnswer(footing: footing, entries: entries)
  }

  private func judge(
    _ row: ReportRow, _ range: DayRange, _ snapshot: inout ViewSnapshot,
    _ tally: inout LeftOutTally, in transaction: borrowing ReadTransaction
  ) throws(ViewError) -> FoundReport? {
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
    guard let certainty = range.touches(time) else {
      tally.leaveOut(row.identity, .outsideValidTime)
      return nil
    }
    tally.include(row.identity)
    return FoundReport(row: row, time: time, certainty: certainty, article: article)
  }

  private func entry(_ found: FoundReport) throws(QueryError) -> TimelineEntry? {
    let event: Event?
    do throws(ReadError) { event = try log.event(at: found.row.identity.content) } catch {
      throw .log(error)
    }
    guard let event else { return nil }
    var report: Report
    switch event.payload {
    case .reported(let reported): report = reported
    case .corrected(_, let corrected, _): report = corrected
    // Erased since the view was read.
    default: return nil
    }
    if let edtf = found.time.edtf.flatMap(EDTFExpression.init) { report.when?.edtf = edtf }
    return TimelineEntry(
      report: report, certainty: found.certainty, address: found.row.identity.rootAddress,
      event: event.address, position: event.position, recorded: event.recorded,
      title: found.article?.title, outlet: found.article?.outlet,
      publication: found.article?.publication)
  }
}

/// A row that belongs into the answer.
private struct FoundReport {
  var row: ReportRow
  var time: RowTime
  var certainty: ClaimCertainty
  var article: ArticleView?

  /// By earliest day, latest day, position.
  static func precedes(_ a: FoundReport, _ b: FoundReport) -> Bool {
    let (x, y) = (a.time.bounds.days, b.time.bounds.days)
    let (p, q) = (a.row.identity.root.rawValue, b.row.identity.root.rawValue)
    return (x.first, x.last, p) < (y.first, y.last, q)
  }
}

extension ReportRow {
  fileprivate func concerns(_ query: TimelineQuery) -> Bool {
    (query.kind == nil || query.kind == kind)
      && (query.subject.map(entities.contains) ?? true)
  }
}

/// The days that a timeline is asked for, both inclusive.
private struct DayRange {
  var first: Int
  var last: Int

  init(_ query: TimelineQuery) {
    let isOpen = query.from == nil && query.to == nil
    first = (isOpen ? query.asOf.valid : query.from)?.rawValue ?? HoldingTime.Span.always
    last = (isOpen ? query.asOf.valid : query.to)?.rawValue ?? HoldingTime.Span.never
  }

  /// Certainly, where every day that the date can mean lies in the range, or where it says
  /// "since" or "until" and so means all of them.
  func touches(_ time: RowTime) -> ClaimCertainty? {
    let days = time.bounds.days
    guard days.first <= last && first <= days.last else { return nil }
    let isWhole = time.relation == .since || time.relation == .until
    return isWhole || (first <= days.first && days.last <= last) ? .certain : .possible
  }
}
