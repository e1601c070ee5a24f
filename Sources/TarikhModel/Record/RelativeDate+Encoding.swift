internal import EDTF

/// A relative date in a record: its nodes in preorder.
///
/// Each node is a tag byte, then its numbers (signed, 64 bits) and choices (one byte), then its
/// inner dates. Tag 0 is an open side of a span. A fixed date is its length (32 bits) and the
/// UTF-8 of its EDTF expression.
extension RelativeDate {
  /// The date as bytes of a record.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    append(to: &writer)
    return writer.bytes
  }

  /// How many dates stand one in another; 1 for a date that holds none.
  var depth: Int {
    switch self {
    case .dayOf(let date, _), .weekdayOf(let date, _, _), .part(_, let date),
      .approximately(let date):
      1 + date.depth
    case .span(let from, let to): 1 + max(from?.depth ?? 0, to?.depth ?? 0)
    default: 1
    }
  }

  enum Tag: UInt8, CaseIterable {
    case day = 1, week, month, period, weekday, monthOfYear, dayOfYear, monthIn, dayOf
    case weekdayOf, part, span, running, ago, approximately, fixed
  }

  private func append(to writer: inout ByteWriter) {
    writer.append(tag.rawValue)
    switch self {
    case .day(let offset), .week(let offset), .month(let offset): writer.append(Int64(offset))
    case .period(let period, let offset): writer.append(choice: period.tag, offset)
    case .weekday(let number, let direction), .monthOfYear(let number, let direction):
      writer.append(choice: direction.tag, number)
    case .dayOfYear(let month, let day, let direction):
      writer.append(choice: direction.tag, month, day)
    case .monthIn(let yearOffset, let month):
      writer.append(Int64(yearOffset))
      writer.append(Int64(month))
    case .dayOf(let date, let day):
      writer.append(Int64(day))
      date.append(to: &writer)
    case .weekdayOf(let date, let weekday, let nth):
      writer.append(Int64(weekday))
      writer.append(Int64(nth))
      date.append(to: &writer)
    case .part(let part, let date):
      writer.append(part.tag)
      date.append(to: &writer)
    case .span(let from, let to):
      if let from { from.append(to: &writer) } else { writer.append(UInt8(0)) }
      if let to { to.append(to: &writer) } else { writer.append(UInt8(0)) }
    case .running(let unit, let count), .ago(let unit, let count):
      writer.append(choice: unit.tag, count)
    case .approximately(let date): date.append(to: &writer)
    case .fixed(let expression):
      writer.append(UInt32(truncatingIfNeeded: expression.description.utf8.count))
      writer.append(contentsOf: expression.description.utf8)
    }
  }

  private var tag: Tag {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .period: .period
    case .weekday: .weekday
    case .monthOfYear: .monthOfYear
    case .dayOfYear: .dayOfYear
    case .monthIn: .monthIn
    case .dayOf: .dayOf
    case .weekdayOf: .weekdayOf
    case .part: .part
    case .span: .span
    case .running: .running
    case .ago: .ago
    case .approximately: .approximately
    case .fixed: .fixed
    }
  }
}

extension ByteWriter {
  /// A choice and its numbers.
  fileprivate mutating func append(choice: UInt8, _ numbers: Int...) {
    append(choice)
    for number in numbers { append(Int64(number)) }
  }
}

extension RelativeDate.Unit: RecordTag {
  static let released: [RelativeDate.Unit] = [.day, .week, .month, .year, .decade, .century]
}

extension RelativeDate.Period: RecordTag {
  static let released: [RelativeDate.Period] = [.quarter, .half, .year, .decade, .century]
}

extension RelativeDate.Part: RecordTag {
  static let released: [RelativeDate.Part] = [
    .start, .early, .middle, .late, .end, .firstHalf, .secondHalf, .firstQuarter,
    .secondQuarter, .thirdQuarter, .fourthQuarter, .spring, .summer, .autumn, .winter,
  ]
}

extension RelativeDate.Direction: RecordTag {
  static let released: [RelativeDate.Direction] = [.latest, .last, .coming, .next, .nearest]
}
