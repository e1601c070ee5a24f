internal import EDTF

/// The days between which an article was published: what its relative dates are relative to.
///
/// Where they differ a relative date becomes the span of what it can mean, from its reading on the
/// first day to its reading on the last: it is never more precise than the publication date.
struct PublicationDays: Hashable {
  var first: Day?
  var last: Day?

  init(_ date: EDTFExpression?) {
    first = date?.bounds.earliest.day
    last = date?.bounds.latest.day
  }

  /// From the reading on the first day to that on the last.
  static func hull(_ first: EDTFExpression?, _ last: EDTFExpression?) -> EDTFExpression? {
    if first == last { return first }
    let start = first?.bounds.earliest.day.flatMap(EDTFExpression.init(day:))
    let end = last?.bounds.latest.day.flatMap(EDTFExpression.init(day:))
    return EDTFExpression.interval(
      from: start.map { .at($0) } ?? .open, to: end.map { .at($0) } ?? .open)
  }

  /// What a rule means for this publication date.
  func resolve(_ rule: RelativeDate) -> EDTFExpression? {
    Self.hull(
      first.flatMap { rule.resolve(against: $0) }, last.flatMap { rule.resolve(against: $0) })
  }
}
