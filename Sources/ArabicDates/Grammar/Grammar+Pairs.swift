extension Grammar {
  /// A Hijri date beside its Gregorian one is a single date, and the Gregorian one decides:
  /// 27 رمضان 1445 هـ الموافق 6 أبريل 2024, 1445هـ / 2024م.
  func paired(_ found: Found<Meaning>) -> Found<Meaning> {
    guard case .calendar(let first) = found.value, first.year != nil,
      let (next, isBracket) = pairing(found.end)
    else { return found }
    let other = pairable(next)
    guard let (meaning, end) = other, case .calendar(let second) = meaning,
      first.isHijri != second.isHijri, (first.day == nil) == (second.day == nil),
      (first.month == nil) == (second.month == nil), second.year != nil,
      next != found.end || first.isHijri && first.day != nil
    else { return found }
    let close = isBracket ? mark(end, ")") : end
    guard let close else { return found }
    return (first.isHijri ? meaning : found.value, close)
  }

  private func pairable(_ index: Int) -> Found<Meaning>? {
    let begin = dayIntroducer(index)
    if let found = dayMonth(begin) ?? numericDate(begin) ?? monthDate(begin) { return found }
    guard let (year, end) = year(begin), year.isMarked || year.number >= 1800 else { return nil }
    return (meaning(of: year), end)
  }

  /// What may stand between the two; a Hijri day needs nothing before its Gregorian twin.
  private func pairing(_ index: Int) -> (next: Int, isBracket: Bool)? {
    if let open = mark(index, "(") { return (open, true) }
    if let slash = mark(index, "/=-–،,") { return (word(slash, .matching) ?? slash, false) }
    if let next = word(index, .matching) {
      return (mark(next, ":") ?? next, false)
    }
    return (index, false)
  }
}
