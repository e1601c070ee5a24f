internal import EDTF

extension RelativeDate {
  /// The same date on the coming side of the reference, where the words leave the side open.
  ///
  /// "Last" and "next" were said by the text and stay.
  var turnedToFuture: RelativeDate {
    switch self {
    case .weekday(let day, .latest), .weekday(let day, .nearest): .weekday(day, .coming)
    case .monthOfYear(let month, .latest), .monthOfYear(let month, .nearest):
      .monthOfYear(month, .coming)
    case .dayOfYear(let month, let day, .latest), .dayOfYear(let month, let day, .nearest):
      .dayOfYear(month: month, day: day, .coming)
    case .dayOf(let whole, let day): .dayOf(whole.turnedToFuture, day: day)
    case .weekdayOf(let whole, let weekday, let nth):
      .weekdayOf(whole.turnedToFuture, weekday: weekday, nth: nth)
    case .part(let part, let whole): .part(part, of: whole.turnedToFuture)
    case .span(let from, let to): .span(from: from?.turnedToFuture, to: to?.turnedToFuture)
    case .approximately(let date): .approximately(date.turnedToFuture)
    default: self
    }
  }
}
