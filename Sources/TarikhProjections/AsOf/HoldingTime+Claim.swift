internal import EDTF
internal import TarikhModel

/// How long a claim holds by itself, before other claims of its source are looked at.
extension HoldingTime {
  /// - Parameter published: the days on which the article can have been published.
  init(
    of time: RowTime, modality: Modality, variable: StateVariable, published: DayBounds?
  ) {
    switch (variable.nature, modality) {
    case (.count, _), (.fact, _): self.init(over: time.bounds)
    case (_, .asserted), (_, .denied):
      self.init(observed: time, freshness: variable.freshness, published)
    default: self.init(planned: time, variable, published)
    }
  }

  /// A figure of a period, a fact: exactly over its own days.
  init(over bounds: DayBounds) {
    let days = bounds.days
    let isVague = bounds.earliest == .unknown
    begin = isVague ? Span(days.first, days.last) : Span(days.first)
    switch bounds.latest {
    case .day(let last): end = Span(last.rawValue + 1)
    case .open: end = Span(Span.never)
    case .unknown: end = Span(days.first, Span.never)
    }
  }

  /// Seen at one of its days, or over all of them where it says "since" or "until"; it goes on
  /// holding while it is fresh.
  ///
  /// What is asserted had begun when it was said, so an open end is the day of publication.
  private init(observed time: RowTime, freshness: Int?, _ published: DayBounds?) {
    var days = time.bounds.days
    let said = published?.days
    let isOpen = days.last == Span.never
    if isOpen, let said { days = Span(days.first, said.last) }
    let isWhole = time.relation == .since || time.relation == .until
    begin = isWhole && time.bounds.earliest != .unknown ? Span(days.first) : days
    if time.relation == .until, !isOpen {
      end = Span(days.last + 1)
      return
    }
    guard let freshness else {
      end = Span(Span.never)
      return
    }
    var seen = days
    if time.relation == .since {
      seen = Span(isOpen ? max(days.first, said?.first ?? Span.never) : days.last, days.last)
    }
    end = seen.moved(by: freshness + 1)
  }

  /// Planned, foretold, wanted: it holds from when it was said, to some time after its own last
  /// day.
  ///
  /// "From then on" (`X/..`) begins at X, which by convention is when it was said; any other
  /// date is that of the thing itself, and the plan is as old as its article.
  private init(planned time: RowTime, _ variable: StateVariable, _ published: DayBounds?) {
    let days = time.bounds.days
    let said = published?.days ?? Span(Span.always, Span.never)
    let isFromThenOn = days.last == Span.never && days.first != Span.always
    begin = isFromThenOn && days.first <= said.last ? Span(days.first) : said
    let isDated = days.last != Span.never
    if variable.nature == .deadline && isDated {
      end = Span(days.last + 1)
      return
    }
    let last = isDated ? Span(max(begin.first, days.last), max(begin.last, days.last)) : begin
    end = last.moved(by: variable.planFreshness + 1)
  }
}
