internal import ArabicDates

/// A number read at some place of a text.
struct ReadNumber: Hashable, Sendable {
  var value: Double
  /// The place after its last token.
  var end: Int
  /// The scale word it ends with (1000 for «آلاف»), else 1.
  var scale = 1.0
  /// Digits as written, where it is a figure without a scale.
  var digits: String?
  /// How many letters are joined before its first word.
  var letters = 0
  /// «ألفا» or «ألفي»: meant as two thousand only with a noun right after.
  var needsNoun = false
}

/// Reads numbers in words: units, teens, tens, hundreds and scales joined by و.
struct SpelledNumberReader {
  let words: NumberWords
  let text: ArabicText

  private func word(_ place: Int) -> Word {
    guard text.tokens.indices.contains(place), text.tokens[place].kind == .word else { return "" }
    return text.tokens[place].folded
  }

  /// The number that begins with the word at `place`, or `nil`.
  ///
  /// A conjunction and a preposition may be joined to the first word.
  func number(at place: Int) -> ReadNumber? {
    let first = word(place)
    if first.isEmpty { return nil }
    for letters in 0...2 {
      let rest = first.dropFirst(letters)
      if rest.count < 2 { return nil }
      if words.contains(rest) || rest == "نصف" || rest == "ربع", var found = sum(rest, place) {
        found.letters = letters
        return found
      }
      guard rest.begins(withOneOf: EntityScan.proclitics) else { return nil }
    }
    return nil
  }

  /// Groups in falling scale: «مليون وثلاثمئة ألف وخمسة».
  private func sum(_ first: Word, _ place: Int) -> ReadNumber? {
    guard var total = group(first, place) else { return nil }
    var scale = total.scale
    while scale > 1 {
      let next = word(total.end)
      if next == "ونصف" {
        total.value += scale / 2
        total.end += 1
        if words.value(word(total.end).dropFirst(2), as: .scale) != nil { total.end += 1 }
        break
      }
      guard next.hasPrefix("و"), let more = group(next.dropFirst(), total.end),
        more.scale < scale, more.value < scale
      else { break }
      total.value += more.value
      total.end = more.end
      total.needsNoun = false
      scale = more.scale
    }
    return total
  }

  /// A small number with its scale: «ثلاثة آلاف», «مئة وخمسون ألفا», «ألفين», «نصف مليون».
  func group(_ first: Word, _ place: Int) -> ReadNumber? {
    if let scale = words.value(first, as: .dualScale) {
      return ReadNumber(value: 2 * scale, end: place + 1, scale: scale)
    }
    if let scale = words.value(first, as: .eitherScale) {
      return ReadNumber(value: 2 * scale, end: place + 1, scale: scale, needsNoun: true)
    }
    if let scale = words.value(first, as: .scale) {
      // «آلاف الجنود» is no number.
      if ["الاف", "ملايين", "ملايينا", "مليارات", "تريليونات", "بلايين", "الوف"].contains(first) {
        return nil
      }
      return ReadNumber(value: scale, end: place + 1, scale: scale, needsNoun: scale == 1000)
    }
    if first == "نصف" || first == "ربع" {
      guard let scale = words.value(word(place + 1), as: .scale) else { return nil }
      return ReadNumber(value: scale * (first == "نصف" ? 0.5 : 0.25), end: place + 2, scale: scale)
    }
    guard let small = small(first, place) else { return nil }
    return scaled(small)
  }

  /// Applies the scale words after a number.
  func scaled(_ number: ReadNumber) -> ReadNumber {
    var number = number
    while number.scale <= 1_000_000, let scale = scale(at: number.end), scale != number.scale {
      number.value *= scale
      number.scale *= scale
      number.end += 1
    }
    return number
  }

  private func scale(at place: Int) -> Double? {
    words.value(word(place), as: .scale) ?? words.value(word(place), as: .eitherScale)
  }

  /// Below a thousand.
  private func small(_ first: Word, _ place: Int) -> ReadNumber? {
    if let hundreds = hundreds(first, place) {
      let next = word(hundreds.end)
      guard next.hasPrefix("و"), let rest = belowHundred(next.dropFirst(), hundreds.end) else {
        return hundreds
      }
      return ReadNumber(value: hundreds.value + rest.value, end: rest.end)
    }
    return belowHundred(first, place)
  }

  private func hundreds(_ first: Word, _ place: Int) -> ReadNumber? {
    if let value = words.value(first, as: .hundred) ?? words.value(first, as: .hundreds) {
      return ReadNumber(value: value, end: place + 1)
    }
    guard let unit = words.value(first, as: .unit), (3...9).contains(unit),
      let hundred = words.value(word(place + 1), as: .hundred)
    else { return nil }
    return ReadNumber(value: unit * hundred, end: place + 2)
  }

  private func belowHundred(_ first: Word, _ place: Int) -> ReadNumber? {
    if let stem = words.value(first, as: .teenStem), words.value(word(place + 1), as: .teen) != nil
    {
      return ReadNumber(value: 10 + stem, end: place + 2)
    }
    if let ten = words.value(first, as: .ten) { return ReadNumber(value: ten, end: place + 1) }
    let stem = words.value(first, as: .teenStem)
    guard let unit = words.value(first, as: .unit) ?? stem else { return nil }
    if (3...9).contains(unit), words.value(word(place + 1), as: .teen) != nil {
      return ReadNumber(value: 10 + unit, end: place + 2)
    }
    let next = word(place + 1)
    if unit < 10, next.hasPrefix("و"), let ten = words.value(next.dropFirst(), as: .ten) {
      return ReadNumber(value: unit + ten, end: place + 2)
    }
    // «واحد» and «أحد» alone are no amounts; «اثنان» is one before a noun only with من.
    return unit >= 3 || (unit == 2 && stem == nil) ? ReadNumber(value: unit, end: place + 1) : nil
  }
}
