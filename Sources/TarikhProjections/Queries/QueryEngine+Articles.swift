internal import EDTF
internal import LMDB
internal import TarikhLog
internal import TarikhModel

extension QueryEngine {
  /// The articles, in the order in which they were recorded.
  ///
  /// A valid day in `asOf` is not looked at; `accordingTo` asks for an outlet.
  /// - Complexity: O(*n* log *m*), *n* being the articles and *m* the events of each.
  public func articles(_ asOf: AsOf) throws(QueryError) -> ArticlesAnswer {
    var answer = try reading(ArticlesProjection.name, asOf) {
      (snapshot, footing, transaction) throws(ViewError) in
      var entries: [ArticleEntry] = []
      var leftOut: [LeftOutReason: Int] = [:]
      let prefix = ViewKey(.articleOrder).bytes
      for stored in try snapshot.table.rows(withPrefix: prefix, in: transaction) {
        var reader = RowReader(stored.value)
        let key = ArticleRecord.key(try reader.stream()).bytes
        guard let bytes = try snapshot.table.value(forKey: key, in: transaction) else {
          throw .damaged(reason: "an article has lost its row")
        }
        let record = try ArticleRecord(decoding: bytes)
        guard record.received <= snapshot.position else { break }
        let view = ArticleView(record, at: snapshot.position)
        if let obstacle = snapshot.obstacle(ClaimSource(nil), view) {
          leftOut[obstacle, default: 0] += 1
        } else {
          entries.append(ArticleEntry(record, view))
        }
      }
      return ArticlesAnswer(
        footing: AnswerFooting(snapshot, footing, leftOut), entries: entries)
    }
    let position = min(answer.footing.asOf.position, answer.footing.viewPosition)
    for index in answer.entries.indices {
      answer.entries[index].events = try count(of: answer.entries[index].stream, upTo: position)
    }
    return answer
  }

  /// How many events of a stream lie at or before `position`.
  private func count(
    of stream: StreamName, upTo position: Position
  ) throws(QueryError) -> UInt64 {
    do throws(ReadError) {
      guard let last = try log.lastRevision(of: stream) else { return 0 }
      var (low, high) = (UInt64(0), last.rawValue + 1)
      while low < high {
        let middle = low + (high - low) / 2
        let address = EventAddress(stream: stream, revision: Revision(rawValue: middle))
        guard let event = try log.event(at: address) else { break }
        if event.position <= position { low = middle + 1 } else { high = middle }
      }
      return low
    } catch { throw .log(error) }
  }
}

extension ArticleEntry {
  fileprivate init(_ record: ArticleRecord, _ view: ArticleView) {
    self.init(
      stream: record.stream, title: view.title, outlet: view.outlet, url: record.details?.url,
      language: record.details?.language ?? "und", publication: view.publication, events: 0,
      recorded: record.recorded)
  }
}
