internal import TarikhLog
public import TarikhProjections

extension Timeline {
  /// How the state of things differs between two questions.
  ///
  /// - Precondition: both have a valid day.
  public func difference(
    from first: AsOfQuery, to second: AsOfQuery
  ) throws(QueryError) -> StateDifference {
    StateDifference(from: try state(first), to: try state(second))
  }

  /// The days without any report among those that a timeline's question asks for.
  public func gaps(_ query: TimelineQuery) throws(QueryError) -> [CoverageGap] {
    // Reports outside bound the gaps too.
    var all = query
    (all.from, all.to) = (nil, nil)
    return CoverageGap.gaps(in: try reports(all).entries, from: query.from, to: query.to)
  }

  /// How long news takes into print and into the log, by outlet.
  public func lags(_ query: TimelineQuery) throws(QueryError) -> [ReportingLag] {
    ReportingLag.byOutlet(try reports(query).entries)
  }

  /// From a value to the words that it rests on, and to whoever wrote and stored them.
  ///
  /// - Parameter context: how many scalars of the article to give on either side of the quote.
  /// - Precondition: the query has a valid day.
  public func blame(_ query: AsOfQuery, context: Int) throws -> [Blame] {
    try state(query).states.flatMap { state in
      try state.claims.map { try Blame(of: $0, state, in: log, context: context) }
    }
  }
}
