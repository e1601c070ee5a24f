internal import EDTF

extension Resolver {
  /// A Hijri date as Gregorian days, approximate by the day that sighting may move it.
  func hijriDate(_ fields: CalendarFields) -> Resolved? {
    guard let (year, uses) = hijriYear(fields), (1...9000).contains(year) else { return nil }
    let first: Day
    let end: Day
    if let month = fields.month {
      first = hijri.firstDay(year: year, month: month)
      end = hijri.end(year: year, month: month)
    } else {
      first = hijri.firstDay(year: year, month: 1)
      end = hijri.firstDay(year: year + 1, month: 1)
    }
    let found: EDTFExpression?
    if let day = fields.day {
      let start = first.advanced(by: day - 1)
      // The 30th of a month of 29 days is the day after it: sighting may have made it longer.
      found = start <= end ? EDTFExpression(day: start)?.approximate() : nil
    } else {
      found = interval(first, end.advanced(by: -1))
    }
    return found.map { Resolved(rule: .fixed($0), usesReference: uses) }
  }

  private func interval(_ first: Day, _ last: Day) -> EDTFExpression? {
    guard let start = EDTFExpression(day: first), let end = EDTFExpression(day: last) else {
      return nil
    }
    return EDTFExpression.interval(from: .at(start), to: .at(end))?.approximate()
  }

  /// The Islamic year meant, and whether the reference was asked.
  private func hijriYear(_ fields: CalendarFields) -> (Int, Bool)? {
    switch fields.year {
    case .number(let number) where number >= 1600:
      return (islamicYear(in: number, fields), false)
    case .number(let number): return (number, false)
    case .offset(let offset):
      guard let reference else { return nil }
      return (hijri.year(of: reference) + offset, true)
    case nil:
      guard let reference else { return nil }
      return (nearYear(reference, fields), true)
    }
  }

  /// Ramadan 2001: the Islamic year whose month or day fell in that Gregorian year.
  private func islamicYear(in gregorian: Int, _ fields: CalendarFields) -> Int {
    guard let newYear = Day(year: gregorian, month: 1, day: 1) else { return 1 }
    let year = hijri.year(of: newYear)
    return hijri.firstDay(year: year, month: fields.month ?? 1) >= newYear ? year : year + 1
  }

  private func nearYear(_ reference: Day, _ fields: CalendarFields) -> Int {
    let year = hijri.year(of: reference)
    guard let month = fields.month else { return year }
    let first = hijri.firstDay(year: year, month: month).advanced(by: (fields.day ?? 1) - 1)
    switch (fields.side, tense) {
    case (.last, _):
      // «رمضان الماضي», said in Ramadan, is that of the year before.
      let isOver =
        fields.day == nil ? hijri.end(year: year, month: month) <= reference : first < reference
      return isOver ? year : year - 1
    case (.next, _): return first > reference ? year : year + 1
    case (_, .past): return first <= reference ? year : year - 1
    case (_, .future): return hijri.end(year: year, month: month) > reference ? year : year + 1
    default: return year
    }
  }
}
