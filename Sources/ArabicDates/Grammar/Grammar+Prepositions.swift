internal import EDTF

extension Grammar {
  /// منذ 2011, منذ عشر سنوات, ابتداء من 1/1/2016.
  func since(_ index: Int) -> Phrase? {
    guard let end = preposition(index, .since) else { return nil }
    if let (amounts, after) = amounts(end) {
      return Phrase(
        meaning: .span(from: .shifted(amounts, sign: -1), to: nil), start: index, end: after,
        relation: .since)
    }
    guard let (governed, after) = governed(end) else { return nil }
    let meaning = governed.behindUs
    // منذ 2015 وحتى اليوم: with its end said, it is that stretch.
    if let until = untilAnd(after), let (limit, close) = inner(until) {
      return Phrase(
        meaning: .span(from: meaning, to: limit), start: index, end: close, relation: .since)
    }
    return Phrase(
      meaning: .span(from: meaning, to: nil), start: index, end: after, relation: .since)
  }

  /// حتى نهاية العام, بحلول سبتمبر, قبل 2011, بعد ثلاثة أيام, في غضون أسبوع.
  func prepositional(_ index: Int) -> Phrase? {
    if let end = preposition(index, .until) { return until(end, index, .until) }
    if let end = preposition(index, .by) { return until(end, index, .by) }
    if let end = preposition(index, .before) { return before(end, index) }
    if let end = preposition(index, .after) { return after(end, index) }
    if let end = preposition(index, .near), let (meaning, after) = governed(end) {
      return Phrase(meaning: .approximately(meaning), start: index, end: after, relation: .near)
    }
    if let end = preposition(index, .within) { return within(end, index) }
    if let end = preposition(index, .during) { return during(end, index) }
    if let end = preposition(index, .inside) { return inside(end, index) }
    return nil
  }

  /// A date that a preposition governs, with what makes it vague between them.
  private func governed(_ index: Int) -> Found<Meaning>? {
    var next = index
    if let inside = preposition(index, .inside) ?? preposition(index, .from) { next = inside }
    if let about = has(next, .approximator), let (meaning, end) = inner(about) {
      return (.approximately(meaning), end)
    }
    if let (meaning, end) = inner(next) { return (meaning, end) }
    // After a preposition a plain number can only be a year.
    guard let number = reader.number(next, digits: 4...4), (1700...2100).contains(number),
      !isCounted(next + 1), mark(next + 1, "%٪.,/") == nil || closes(next + 2)
    else { return nil }
    return (.calendar(CalendarFields(year: .number(number))), next + 1)
  }

  private func inner(_ index: Int) -> Found<Meaning>? {
    var grammar = self
    grammar.origin = index
    return grammar.bracketed(index) ?? grammar.dated(index) ?? grammar.now(index)
  }

  // بعد ( 1948 )
  func bracketed(_ index: Int) -> Found<Meaning>? {
    guard let open = mark(index, "("), let (meaning, end) = numericDate(open) ?? yearDate(open),
      let close = mark(end, ")")
    else { return nil }
    return (meaning, close)
  }

  /// الآن, as in "until now".
  private func now(_ index: Int) -> Found<Meaning>? {
    has(index, .adverb(.present)).map { (.rule(.day(offset: 0)), $0) }
  }

  private func until(
    _ end: Int, _ index: Int, _ relation: DateMention.Relation
  ) -> Phrase? {
    // "To" and "until" before a place or a number are no dates: only a date may follow.
    guard let (meaning, after) = governed(end) else { return nil }
    return Phrase(
      meaning: .span(from: nil, to: meaning), start: index, end: after, relation: relation)
  }

  private func before(_ end: Int, _ index: Int) -> Phrase? {
    if let (amounts, after) = amounts(end) {
      if let trail = fromSomething(after) {
        return from(trail, amounts, -1, index, .before)
      }
      return Phrase(meaning: .shifted(amounts, sign: -1), start: index, end: after)
    }
    guard let (meaning, after) = governed(end) else { return nil }
    return Phrase(meaning: .before(meaning), start: index, end: after, relation: .before)
  }

  private func after(_ end: Int, _ index: Int) -> Phrase? {
    if let (amounts, after) = amounts(end) {
      if let trail = fromSomething(after) {
        return from(trail, amounts, 1, index, .after)
      }
      return Phrase(meaning: .shifted(amounts, sign: 1), start: index, end: after)
    }
    guard let (meaning, after) = governed(end) else { return nil }
    return Phrase(meaning: .after(meaning), start: index, end: after, relation: .after)
  }

  /// "Three days before the vote": the point it counts from is not today.
  private func fromSomething(_ index: Int) -> Int? {
    let least = reader.has(index + 1, .atLeast) ? index + 2 : index
    guard let from = preposition(least, .from) else { return nil }
    return reader.has(from, .ofTime) ? nil : index
  }

  /// "Three days after 7 October" counts from that day; after an event, from nothing we know.
  private func from(
    _ index: Int, _ amounts: [Amount], _ sign: Int, _ start: Int,
    _ relation: DateMention.Relation
  ) -> Phrase? {
    guard let next = preposition(index, .from), let (base, end) = inner(next), amounts.count == 1
    else { return Phrase(meaning: .vague, start: start, end: index, relation: relation) }
    return Phrase(
      meaning: .moved(base, amounts[0], sign: sign), start: start, end: end)
  }

  private func within(_ end: Int, _ index: Int) -> Phrase? {
    guard let (amounts, after) = amounts(end) else { return nil }
    return running(amounts, 1, index, after)
  }

  private func running(_ amounts: [Amount], _ sign: Int, _ start: Int, _ end: Int) -> Phrase? {
    let amount = amounts[0].inDays
    guard amounts.count == 1, let unit = amount.unit.calendarUnit, let count = amount.count
    else { return Phrase(meaning: .duration, start: start, end: end) }
    return Phrase(
      meaning: .rule(.running(unit, count: sign * count)), start: start, end: end,
      relation: .during)
  }

  private func inside(_ end: Int, _ index: Int) -> Phrase? {
    guard reader.has(end, [.digits, .cardinal, .unit]), let (amount, after) = amount(end),
      let count = amount.count, count > 1, amount.unit.calendarUnit != nil, !hasArticle(end),
      bearing(after) == nil
    else { return nil }
    return Phrase(meaning: .ahead(amount), start: index, end: after)
  }

  /// خلال الأسبوع الماضي; خلال ثلاثة أيام is within three days in the future, else a duration.
  private func during(_ end: Int, _ index: Int) -> Phrase? {
    if let (meaning, after) = inner(end) {
      return Phrase(meaning: meaning, start: end, end: after, relation: .during)
    }
    guard let (amounts, after) = amounts(end) else { return nil }
    if reader.has(end - 1, .throughout) {
      guard amounts.count == 1, amounts[0].count != nil else {
        return Phrase(meaning: .duration, start: index, end: after)
      }
      return Phrase(
        meaning: .within(amounts[0].inDays), start: index, end: after, relation: .during)
    }
    // "For two decades" in news means those up to now; "for three days" any three.
    if let unit = amounts[0].unit.calendarUnit, [.year, .decade, .century].contains(unit) {
      return upToNow(amounts, unit, index, after)
    }
    return Phrase(meaning: .duration, start: index, end: after)
  }

  /// The last decades, at the grain of years: (year − 20)~/year.
  private func upToNow(
    _ amounts: [Amount], _ unit: RelativeDate.Unit, _ start: Int, _ end: Int
  ) -> Phrase? {
    guard amounts.count == 1, let count = amounts[0].count else {
      return Phrase(meaning: .duration, start: start, end: end)
    }
    let from = RelativeDate.approximately(.ago(unit, count: -count))
    return Phrase(
      meaning: .span(from: .rule(from), to: .rule(.period(.year, offset: 0))), start: start,
      end: end, relation: .during)
  }

  /// نحو 1950, حوالي عام 1950, قرابة الثلاثاء القادم.
  func approximate(_ index: Int) -> Phrase? {
    guard let about = has(index, .approximator) else { return nil }
    let found = inner(about)
    guard let (meaning, end) = found else { return nil }
    return Phrase(meaning: .approximately(meaning), start: index, end: end)
  }
}

extension Meaning {
  /// What «منذ» governs has begun, whatever the tense: «منذ السابع من أكتوبر يقصف …».
  fileprivate var behindUs: Meaning {
    guard case .calendar(var fields) = self, fields.year == nil, fields.side == nil else {
      return self
    }
    fields.side = .latest
    return .calendar(fields)
  }
}
