internal import EDTF

extension Grammar {
  /// أمس, أول من أمس, اليوم الأربعاء, غدا, يوم غد.
  func dayWord(_ index: Int) -> Found<Meaning>? {
    var begin = index
    if let (unit, next) = unit(index, .singular), unit == .day, !hasArticle(index) { begin = next }
    if let near = has(index, .demonstrative(near: true)) { begin = near }
    guard
      let (offset, end) = first(
        begin, .dayWord,
        { sense -> Int? in
          if case .dayWord(let offset) = sense { offset } else { nil }
        })
    else { return nil }
    if offset == 0, !isToday(begin, end) { return nil }
    // "Tomorrow" also names the future; "today" the present: then no weekday follows.
    let after = apposedWeekday(end)
    if let (date, next) = apposedDate(after) { return (date, next) }
    return (.rule(.day(offset: offset)), after)
  }

  /// Whether اليوم means today and not "the day".
  private func isToday(_ index: Int, _ end: Int) -> Bool {
    if reader.has(index - 1, .paperBeforeToday) { return false }
    guard reader.kind(end) == .word else { return true }
    if reader.has(end, .relative) || compoundBearing(end) != nil { return false }
    if ordinal(end) != nil, weekday(end) == nil { return false }
    // "The National Day" is no today.
    return !(reader.has(end, .adjectiveOfDay) && hasArticle(end))
  }

  /// A weekday, in brackets or not, that repeats what a day word said.
  private func apposedWeekday(_ index: Int) -> Int {
    if let open = mark(index, "("), let (_, end) = weekday(open), let close = mark(end, ")") {
      return close
    }
    return weekday(mark(index, "،,") ?? index)?.end ?? index
  }

  /// A weekday's name with its article.
  func weekday(_ index: Int) -> Found<Int>? {
    first(index, .weekday) { sense in
      if case .weekday(let day, bare: false) = sense { day } else { nil }
    }
  }

  private func bareWeekday(_ index: Int) -> Found<Int>? {
    first(index, .weekday) { sense in
      if case .weekday(let day, bare: true) = sense { day } else { nil }
    }
  }

  /// يوم الثلاثاء, الجمعة المقبل, الأحد 14 أبريل 2024, الخميس 21, الجمعة من الأسبوع المقبل.
  func weekdayDate(_ index: Int) -> Found<Meaning>? {
    let demonstrated = has(index, .demonstrative(near: true))
    var begin = demonstrated ?? index
    var isIntroduced = false
    if let (unit, next) = unit(begin, .singular), unit == .day, !hasArticle(begin) {
      begin = next
      isIntroduced = true
    } else if let next = dayPart(begin) {
      begin = next
      isIntroduced = true
    }
    if let nth = nthWeekday(index) { return nth }
    guard let (day, end) = weekday(begin) else { return shortWeekday(begin, isIntroduced) }
    if !isIntroduced, isPlaceOrEvent(begin) { return nil }
    if let found = apposedDate(end) { return found }
    if let found = weekdayInPeriod(day, end) ?? numberedWeekday(day, end) { return found }
    if demonstrated != nil { return (.weekday(day, .coming), end) }
    if let (compound, after) = compoundBearing(end), let meaning = placed(day, compound) {
      return (apposedDate(after)?.value ?? meaning, apposedDate(after)?.end ?? after)
    }
    return (.weekday(day, sharedSide(end)), end)
  }

  /// The adjective that two weekdays share: الأربعاء والخميس المقبلين.
  private func sharedSide(_ index: Int) -> RelativeDate.Direction? {
    guard let next = joined(index) else { return nil }
    var grammar = self
    grammar.origin = next
    guard let (_, end) = grammar.weekday(next), let (bearing, _) = bearing(end) else { return nil }
    switch bearing {
    case .last: return .last
    case .next: return .next
    default: return nil
    }
  }

  /// A weekday without its article counts only at the end, in a week or after يوم.
  private func shortWeekday(_ index: Int, _ isIntroduced: Bool) -> Found<Meaning>? {
    guard let (day, end) = bareWeekday(index) else { return nil }
    if let found = weekdayInPeriod(day, end) { return found }
    let isWhole = index == 0 && end == reader.tokens.count && day != 1 && day != 7
    return isIntroduced || isWhole ? (.weekday(day, nil), end) : nil
  }

  private func placed(_ day: Int, _ compound: CompoundBearing) -> Meaning? {
    switch (compound.bearing, compound.steps) {
    case (.last, 1), (.recent, 1): .weekday(day, .last)
    case (.last, 2): .weekdayBeyond(day, steps: -2)
    case (.next, 1): .weekday(day, .next)
    case (.next, 2): .weekdayBeyond(day, steps: 2)
    case (.current, _): .weekday(day, .coming)
    case (.previous, 1), (.following, 1), (.same, _): .vague
    default: nil
    }
  }

  /// The date that stands beside a weekday and decides: الأحد، 14 أبريل 2024.
  private func apposedDate(_ index: Int) -> Found<Meaning>? {
    let next =
      mark(index, "،,(") ?? word(index, .matching) ?? word(index, .introducer) ?? preposition(
        index, .inside) ?? index
    let begin = mark(next, ":") ?? next
    guard let found = dayMonth(begin) ?? ordinalDay(begin) ?? numericDate(begin) ?? lone(begin)
    else { return monthThenDay(begin) }
    let closed = mark(index, "(") == nil ? found.end : mark(found.end, ")") ?? found.end
    return (found.value, closed)
  }

  private func monthThenDay(_ index: Int) -> Found<Meaning>? {
    guard let (meaning, end) = monthDate(index), case .calendar(let fields) = meaning,
      fields.day != nil
    else { return nil }
    return (meaning, end)
  }

  // السادس عشر من هذا الشهر
  private func ordinalDay(_ index: Int) -> Found<Meaning>? {
    guard let (day, next) = dayNumber(index), let from = preposition(next, .from),
      let (period, end) = unitPhrase(from), period.isMonth
    else { return nil }
    return (.dayOf(period, day: day), end)
  }

  /// الخميس 21: the day of a month that is a Thursday.
  private func lone(_ index: Int) -> Found<Meaning>? {
    // "The first Sunday" is one of the month's Sundays; "Sunday the sixth" is a day of it.
    guard let (day, end) = dayNumber(index), reader.has(index, .digits) || day > 5,
      closes(end) || isFunctionWord(end),
      let before = weekday(index - 1) ?? weekday(index - 2)
    else { return nil }
    return (.weekdayAndDay(weekday: before.value, day: day), end)
  }

  // الجمعة من الأسبوع المقبل, الاثنين بعد أسبوعين
  private func weekdayInPeriod(_ day: Int, _ index: Int) -> Found<Meaning>? {
    if let after = preposition(index, .after), let (weeks, end) = weeks(after) {
      return (.weekdayOf(.rule(.week(offset: weeks)), weekday: day, nth: 1), end)
    }
    let next = preposition(index, .from) ?? preposition(index, .inside) ?? index
    guard let (period, end) = week(next) else { return nil }
    return (.weekdayOf(period, weekday: day, nth: 1), end)
  }

  /// A week said by its place, without the weekday that may follow.
  private func week(_ index: Int) -> Found<Meaning>? {
    guard let (period, end) = placedUnit(index), case .rule(.week) = period else { return nil }
    return (period, end)
  }

  private func weeks(_ index: Int) -> Found<Int>? {
    guard let (amount, end) = amount(index), amount.unit == .week, let count = amount.count,
      count < 100
    else { return nil }
    return (count, end)
  }

  /// الأسبوع المقبل يوم الجمعة, بعد ثلاثة أسابيع يوم الاثنين: a week, then its day.
  func weekThenDay(_ index: Int) -> Found<Meaning>? {
    var found = week(index)
    if found == nil, let after = preposition(index, .after), let (weeks, end) = weeks(after) {
      found = (.rule(.week(offset: weeks)), end)
    }
    guard let (period, end) = found else { return nil }
    let begin = unit(end, .singular).flatMap { $0.value == .day ? $0.end : nil } ?? end
    guard let (day, after) = weekday(begin) else { return nil }
    return (.weekdayOf(period, weekday: day, nth: 1), after)
  }

  /// الأحد الأول, الثلاثاء الأخير من شهر مارس: by its place in the month.
  private func numberedWeekday(_ day: Int, _ index: Int) -> Found<Meaning>? {
    let nth: Int
    let end: Int
    if hasArticle(index), let (bearing, next) = bearing(index), bearing == .recent {
      (nth, end) = (-1, next)
    } else if hasArticle(index), let (number, next) = ordinal(index), number <= 5 {
      (nth, end) = (number, next)
    } else {
      return nil
    }
    if let from = preposition(end, .from), let every = has(from, .every),
      let (_, after) = unit(every)
    {
      return (.repetition, after)
    }
    if let (period, after) = container(end) {
      return (.weekdayOf(period, weekday: day, nth: nth), after)
    }
    guard nth > 0, month(end) == nil, preposition(end, .from) == nil || closes(end) else {
      return nil
    }
    return (.weekdayOf(.rule(.month(offset: 0)), weekday: day, nth: nth), end)
  }

  /// آخر اثنين من شهر آذار, ثالث يوم ثلاثاء في أيلول 2014, السبت الثاني من كل شهر.
  private func nthWeekday(_ index: Int) -> Found<Meaning>? {
    guard let (nth, next) = position(index) else { return nil }
    let begin = unit(next, .singular).flatMap { $0.value == .day ? $0.end : nil } ?? next
    if let (day, end) = weekday(begin) ?? bareWeekday(begin) {
      guard let (period, after) = container(end) else { return nil }
      return (.weekdayOf(period, weekday: day, nth: nth), after)
    }
    guard begin != next, nth == -1, let (period, after) = container(next + 1) else { return nil }
    return (.part(.end, .dayOf(period, day: 31)), after)
  }

  // ثالث, آخر
  private func position(_ index: Int) -> Found<Int>? {
    if let end = word(index, .last) { return (-1, end) }
    guard !hasArticle(index), let found = first(index, .ordinal, Grammar.ordinalValue) else {
      return nil
    }
    return found.value <= 5 ? found : nil
  }

  /// The period after "of": a month, a year, or one said by its place.
  private func container(_ index: Int) -> Found<Meaning>? {
    let next = preposition(index, .from) ?? preposition(index, .inside) ?? index
    return monthDate(next) ?? unitPhrase(next) ?? yearPeriod(next)
  }

  /// صلاة الجمعة, سوق الخميس: not a day.
  private func isPlaceOrEvent(_ index: Int) -> Bool {
    reader.has(index - 1, .placeBeforeWeekday)
  }
}
