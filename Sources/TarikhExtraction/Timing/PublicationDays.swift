internal import EDTF

/// The days between which an article was published: what its relative dates are relative to.
///
/// Where they differ a relative date becomes the span of what it can mean, from its reading on the
/// first day to its reading on the last: it is never more precise than the publication date.
///
/// A class, since it remembers: the same few rules come back in every sentence.
final class PublicationDays {
  let first: Day?
  let last: Day?
  private var resolved: [RelativeDate: EDTFExpression?] = [:]

  init(_ date: EDTFExpression?) {
    first = date?.bounds.earliest.day
    last = date?.bounds.latest.day
  }

  /// What a rule means for this publication date.
  func resolve(_ rule: RelativeDate) -> EDTFExpression? {
    if let known = resolved[rule] { return known }
    let date = rule.resolve(from: first, through: last)
    resolved[rule] = .some(date)
    return date
  }
}
