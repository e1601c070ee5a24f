extension Grammar {
  /// A cardinal in digits or words: 25, خمسة وعشرين, ألفين وسبعة وعشرين.
  func cardinal(_ index: Int) -> Found<Int>? {
    if let number = reader.number(index, digits: 1...6) { return (number, index + 1) }
    return spelledCardinal(index)
  }

  func spelledCardinal(_ index: Int) -> Found<Int>? {
    guard var (total, end) = cardinalWord(index) else { return nil }
    var last = total
    if total < 100, let thousand = thousands(end) {
      total *= 1000
      last = 1000
      end = thousand
    }
    for _ in 0..<6 {
      guard let next = joined(end),
        let (value, after) = reader.first(next, .cardinal, Grammar.cardinalValue),
        fits(value, after: last)
      else { break }
      total += value
      last = value
      end = after
    }
    return (total, end)
  }

  /// The place of the word after "and", written onto it or before it.
  func joined(_ index: Int) -> Int? {
    if reader.clitics(index).contains(.conjunction) { return index }
    return reader.has(index, .and) ? index + 1 : nil
  }

  /// An ordinal with its article, as a value: الحادي والعشرين, الأول, العشرين.
  func ordinal(_ index: Int) -> Found<Int>? {
    if let (value, end) = first(index, .ordinal, Grammar.ordinalValue) {
      if value < 10, let next = joined(end),
        let (tens, after) = reader.first(next, .cardinal, Grammar.cardinalValue),
        (20...90).contains(tens)
      {
        return (value + tens, after)
      }
      return (value, end)
    }
    guard hasArticle(index), let (value, end) = cardinalWord(index) else { return nil }
    return (20...90).contains(value) ? (value, end) : nil
  }

  /// The day of a month, in digits or words, 1…31.
  func dayNumber(_ index: Int) -> Found<Int>? {
    if let number = reader.number(index, digits: 1...2) {
      return (1...31).contains(number) ? (number, index + 1) : nil
    }
    guard let found = ordinal(index) ?? spelledCardinal(index), (1...31).contains(found.value)
    else { return nil }
    return found
  }

  private func fits(_ value: Int, after last: Int) -> Bool {
    if last < 10 { return value >= 20 && value <= 90 }
    return last >= 100 && value < last
  }

  private func thousands(_ index: Int) -> Int? {
    word(index, .thousand)
  }

  private func cardinalWord(_ index: Int) -> Found<Int>? {
    first(index, .cardinal, Grammar.cardinalValue)
  }

  static func cardinalValue(_ sense: Sense) -> Int? {
    if case .cardinal(let value) = sense { value } else { nil }
  }

  static func ordinalValue(_ sense: Sense) -> Int? {
    if case .ordinal(let value) = sense { value } else { nil }
  }
}
