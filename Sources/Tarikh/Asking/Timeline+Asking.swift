public import TarikhInterchange
internal import TarikhLog
internal import TarikhModel
public import TarikhProjections

extension Timeline {
  /// The state of things on a day, with every rival claim.
  ///
  /// - Precondition: the query has a valid day.
  public func state(_ query: AsOfQuery) throws(QueryError) -> AsOfAnswer {
    try QueryEngine(log: log, views: views).state(query)
  }

  /// The reports that concern some days, by valid time.
  public func reports(_ query: TimelineQuery) throws(QueryError) -> TimelineAnswer {
    try QueryEngine(log: log, views: views).timeline(query)
  }

  /// Every claim ever made about a subject, with what became of it.
  public func history(_ query: HistoryQuery) throws(QueryError) -> HistoryAnswer {
    try QueryEngine(log: log, views: views).history(query)
  }

  /// Runs `body` on the recorded facts of one snapshot: for questions by the thousand.
  public func facts<Answer>(
    _ body: (inout FactReader) throws(ViewError) -> Answer
  ) throws(QueryError) -> Answer {
    try QueryEngine(log: log, views: views).facts(body)
  }

  /// The articles as they stood at a position of the log.
  public func articles(_ asOf: AsOf) throws(QueryError) -> ArticlesAnswer {
    try QueryEngine(log: log, views: views).articles(asOf)
  }

  /// Every stream, with its article where it has one, by name.
  public func streams() throws -> [StreamJSON] {
    let asOf = AsOf(valid: nil, knownAt: .head, publishedBy: nil, accordingTo: nil)
    let articles = try articles(asOf).entries
    let known = Dictionary(
      articles.map { ($0.stream, $0) }, uniquingKeysWith: { first, _ in first })
    var streams: [StreamJSON] = []
    var last: StreamName?
    while true {
      let heads = try log.streams(after: last, limit: 1000)
      guard let end = heads.last else { return streams }
      streams += heads.map { head in
        known[head.name].map(StreamJSON.init)
          ?? StreamJSON(name: head.name, events: head.last.rawValue + 1)
      }
      last = end.name
    }
  }
}
