internal import EDTF
internal import LMDB
internal import TarikhModel

/// One snapshot of a view, and what filters need of it.
struct ViewSnapshot {
  let table: RowTable
  let viewPosition: Position
  /// The position known at.
  let position: Position
  let asOf: AsOf
  /// How many events up to the position known at the view was told to go on without.
  var skipped = 0
  private var articles: [StreamName: ArticleView?] = [:]

  init(table: RowTable, viewPosition: Position, position: Position, asOf: AsOf) {
    self.table = table
    self.viewPosition = viewPosition
    self.position = position
    self.asOf = asOf
  }

  /// The article of a stream as it was known; `nil` for a desk.
  mutating func article(
    of stream: StreamName, in transaction: borrowing ReadTransaction
  ) throws(ViewError) -> ArticleView? {
    if let known = articles[stream] { return known }
    var view: ArticleView?
    let key = ArticleRecord.key(stream).bytes
    if let bytes = try table.value(forKey: key, in: transaction) {
      let record = try ArticleRecord(decoding: bytes)
      if record.received <= position { view = ArticleView(record, at: position) }
    }
    articles[stream] = .some(view)
    return view
  }

  /// Why a row that stands does not pass the filters of the question; `nil` where it passes.
  func obstacle(_ source: ClaimSource, _ article: ArticleView?) -> LeftOutReason? {
    if let day = asOf.publishedBy, article?.isPublishedCertainly(after: day) ?? false {
      return .notYetPublished
    }
    if let name = asOf.accordingTo, !source.matches(name, outlet: article?.outlet) {
      return .otherSource
    }
    return nil
  }

  /// How many reports and corrections up to the position known at are erased.
  func erased(in transaction: borrowing ReadTransaction) throws(ViewError) -> Int {
    let last = ViewKey(.erased).adding(position).bytes
    let rows = try table.rows(withPrefix: ViewKey(.erased).bytes, in: transaction)
    return rows.count { !last.lexicographicallyPrecedes($0.key) }
  }
}

extension ArticleView {
  /// A publication of unknown beginning, or of no known date, may have been at any time.
  func isPublishedCertainly(after day: Day) -> Bool {
    guard let earliest = publication?.date?.bounds.earliest.day else { return false }
    return earliest > day
  }
}
