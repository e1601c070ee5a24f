internal import ArabicDates
internal import EDTF
internal import TarikhModel

/// Turns attached dates, and their absence, into the valid time of a report (ontology, section 4).
struct WhenBuilder {
  let publication: PublicationDays

  /// The valid time that the words give.
  func stated(_ mention: DateMention, manner: AttachedDate.Manner, isFuture: Bool) -> When? {
    var mention = mention
    var resolved = mention.relative.map(publication.resolve) ?? mention.edtf
    if isFuture, let rule = mention.relative, let last = resolved?.bounds.latest.day,
      let first = publication.first, last < first
    {
      // What is yet to come cannot lie in the past: «سينسحبون نهاية سبتمبر».
      mention.relative = rule.turnedToFuture
      resolved = publication.resolve(rule.turnedToFuture) ?? resolved
    }
    guard let resolved else { return nil }
    let depends = mention.relative != nil
    var edtf = resolved
    var rule = mention.relative
    var relation = When.Relation(rawValue: mention.relation.rawValue) ?? .during
    switch manner {
    case .own, .shared: break
    case .since:
      guard let start = edge(resolved.bounds.earliest) else { return nil }
      let end = publication.last.flatMap(EDTFExpression.init(day:))
      guard let span = EDTFExpression.interval(from: .at(start), to: end.map { .at($0) } ?? .open)
      else { return nil }
      edtf = span
      rule = RelativeDate.span(from: mention.relative ?? .fixed(start), to: .day(offset: 0))
      relation = .since
    case .after where isFuture:
      guard let start = edge(resolved.bounds.earliest),
        let span = EDTFExpression.interval(from: .at(start), to: .open)
      else { return nil }
      edtf = span
      rule = mention.relative.map { .span(from: $0, to: nil) }
      relation = .after
    case .after: relation = .after
    case .before: relation = .before
    }
    let isInferred = manner != .own
    return When(
      edtf: edtf, expression: mention.expression, relation: relation,
      certainty: isInferred ? .inferred : mention.isApproximate ? .approximate : .exact,
      dependsOnPublication: depends || manner == .since,
      relative: depends || manner == .since ? rule : nil)
  }

  /// Whether the whole time lies after publication: a meeting next week is planned.
  func isToCome(_ when: When?) -> Bool {
    guard let when, when.expression != nil, let last = publication.last else { return false }
    if let start = when.edtf.bounds.earliest.day { return start > last }
    let isLimit = when.relation == .by || when.relation == .until || when.relation == .before
    return isLimit && when.edtf.bounds.latest.day.map { $0 > last } ?? false
  }

  /// Whether words put the whole time before publication.
  func isPast(_ when: When?) -> Bool {
    guard let end = when?.edtf.bounds.latest.day, let first = publication.first else {
      return false
    }
    return when?.expression != nil && end < first
  }

  private func edge(_ bound: DayBound) -> EDTFExpression? {
    bound.day.flatMap(EDTFExpression.init(day:))
  }

  /// No words give a time: news in the past and present lies near publication.
  func near() -> When? {
    implied(.span(from: .day(offset: -2), to: .day(offset: 0)), .near)
  }

  /// Something past that is told as background, at an unknown distance.
  func before(_ speech: When?) -> When? {
    if let speech, let rule = Self.rule(speech) {
      return implied(.span(from: nil, to: rule), .before, speech)
    }
    return implied(.span(from: nil, to: .day(offset: 0)), .before)
  }

  /// Plans, expectations and demands lie after the words that tell them.
  func after(_ speech: When?) -> When? {
    if let speech, let rule = Self.rule(speech) {
      return implied(.span(from: rule, to: nil), .after, speech)
    }
    return implied(.span(from: .day(offset: -2), to: nil), .after)
  }

  /// The speech's own time, for what is said of the moment of speaking.
  func during(_ speech: When) -> When {
    var when = speech
    when.certainty = .inferred
    return when
  }

  private static func rule(_ when: When) -> RelativeDate? { when.relative ?? .fixed(when.edtf) }

  private func implied(
    _ rule: RelativeDate, _ relation: When.Relation, _ speech: When? = nil
  ) -> When? {
    let depends = speech?.dependsOnPublication ?? true
    let edtf = depends ? publication.resolve(rule) : rule.resolve(against: Day(rawValue: 0))
    guard let edtf else { return nil }
    return When(
      edtf: edtf, expression: nil, relation: relation, certainty: .inferred,
      dependsOnPublication: depends, relative: depends ? rule : nil)
  }
}
