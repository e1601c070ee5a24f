internal import EDTF

/// A month's name, with its twin where there is one: يناير/كانون الثاني.
struct MonthName: Hashable, Sendable {
  var number: Int
  var isHijri: Bool
  var evidence: Evidence
}

extension Grammar {
  /// [شهر] a month [/ its twin name].
  func month(_ index: Int) -> Found<MonthName>? {
    if let (unit, next) = unit(index, .singular), unit == .month, !hasArticle(index),
      var found = pairedMonth(next)
    {
      found.value.evidence = .sure
      return found
    }
    return numberedMonth(index) ?? pairedMonth(index)
  }

  private func pairedMonth(_ index: Int) -> Found<MonthName>? {
    // "The two months January and February".
    guard var (name, end) = monthName(word(index, .twoMonths) ?? index) else { return nil }
    if let twin = twin(of: name, end) {
      name.evidence = .sure
      end = twin
    }
    return (name, end)
  }

  /// One name, without a twin.
  func monthName(_ index: Int) -> Found<MonthName>? {
    let found = first(index, .anyMonth) { sense -> MonthName? in
      switch sense {
      case .month(let number, let evidence):
        MonthName(number: number, isHijri: false, evidence: evidence)
      case .hijriMonth(let number, let evidence):
        MonthName(number: number, isHijri: true, evidence: evidence)
      default: nil
      }
    }
    guard var (name, end) = found else { return nil }
    if isFather(index) { return nil }
    if name.evidence != .sure, reader.clitics(index).contains(.preposition) {
      guard name.evidence == .preposition else { return nil }
      name.evidence = .sure
    }
    if name.isHijri { end = word(end, .blessed) ?? end }
    return (name, end)
  }

  /// The name of the same month in the other half of the Arab world.
  private func twin(of name: MonthName, _ index: Int) -> Int? {
    func same(_ index: Int) -> Int? {
      guard
        let (other, end) = first(
          index, .month,
          { sense -> Int? in
            if case .month(let number, _) = sense { number } else { nil }
          }), other == name.number, !name.isHijri
      else { return nil }
      return end
    }
    if let open = mark(index, "(["), let end = same(open), let close = mark(end, ")]") {
      return close
    }
    let next = mark(index, "/-–—ـ\\") ?? index
    return same(next)
  }

  /// Whether the word is أب, "father", which folding makes one with آب.
  private func isFather(_ index: Int) -> Bool {
    let word = reader.tokens[index].folded
    guard word.count <= 3, word.hasSuffix("اب") else { return false }
    let original = reader.text.scalars[reader.tokens[index].range]
    return original.contains("أ") || original.contains("إ")
  }

  // الشهر التاسع
  private func numberedMonth(_ index: Int) -> Found<MonthName>? {
    guard hasArticle(index), let (unit, next) = unit(index, .singular), unit == .month,
      let (number, end) = ordinal(next), (1...12).contains(number)
    else { return nil }
    return (MonthName(number: number, isHijri: false, evidence: .evidence), end)
  }

  /// What says the year of a month without naming it: an adjective, or "of this year".
  func yearHint(_ index: Int) -> Found<CalendarFields>? {
    if let (bearing, end) = compoundBearing(index), let fields = side(bearing) {
      return (fields, end)
    }
    var next = index
    if let from = preposition(index, .from) ?? preposition(index, .inside) { next = from }
    guard let (offset, end) = yearOffset(next) else { return nil }
    return (CalendarFields(year: .offset(offset)), end)
  }

  /// هذا العام, العام الماضي, السنة القادمة, as years from the reference's.
  private func yearOffset(_ index: Int) -> Found<Int>? {
    if let near = has(index, .demonstrative(near: true)), let (unit, end) = unit(near, .singular),
      unit == .year
    {
      return (0, end)
    }
    guard hasArticle(index), let (unit, next) = unit(index, .singular), unit == .year,
      let (bearing, end) = compoundBearing(next), let offset = bearing.offset
    else { return nil }
    return (offset, end)
  }

  private func side(_ bearing: CompoundBearing) -> CalendarFields? {
    switch (bearing.bearing, bearing.steps) {
    case (.last, 1), (.previous, 1): CalendarFields(side: .last)
    case (.next, 1): CalendarFields(side: .next)
    case (.last, 2): CalendarFields(side: .last, steps: 2)
    case (.next, 2): CalendarFields(side: .next, steps: 2)
    case (.current, _): CalendarFields(year: .offset(0))
    default: nil
    }
  }
}

/// An adjective with what doubles it: "the one before last".
struct CompoundBearing: Hashable, Sendable {
  var bearing: Bearing
  var steps: Int

  /// Units from the reference's, where the reference decides.
  var offset: Int? {
    switch bearing {
    case .last, .previous, .recent: -steps
    case .next: steps
    case .current: 0
    case .following, .same: nil
    }
  }
}

extension Grammar {
  // الماضي, قبل الماضي, بعد المقبل
  func compoundBearing(_ index: Int) -> Found<CompoundBearing>? {
    let index = reader.has(index, .what) ? index + 1 : index
    if let before = has(index, .preposition(.before)), hasArticle(before),
      let (bearing, end) = bearing(before), bearing == .last || bearing == .previous
    {
      return (CompoundBearing(bearing: bearing, steps: 2), end)
    }
    if let after = has(index, .preposition(.after)), hasArticle(after),
      let (bearing, end) = bearing(after), bearing == .next || bearing == .following
    {
      return (CompoundBearing(bearing: .next, steps: 2), end)
    }
    guard let (bearing, end) = bearing(index) else { return nil }
    return (CompoundBearing(bearing: bearing, steps: 1), end)
  }
}
