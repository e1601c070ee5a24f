internal import ArabicDates

/// Reads numbers in digits: separators of thousands and decimals, then scale words.
struct FigureReader {
  let text: ArabicText
  let spelled: SpelledNumberReader

  /// The figure at `place` with its scale and what is added to it, or `nil` where no amount
  /// begins there.
  func number(at place: Int) -> ReadNumber? {
    figure(at: place).map(extended)
  }

  /// With what is joined to it: «3 آلاف و500», «ألفين و500».
  func extended(_ number: ReadNumber) -> ReadNumber {
    var number = number
    // At most: thousand millions, millions, thousands, the rest.
    for _ in 0..<3 {
      guard let more = addend(to: number) else { break }
      number = more
    }
    return number
  }

  /// One figure with its scale: «25 ألف», «1.5 مليون», «2,500».
  private func figure(at place: Int) -> ReadNumber? {
    guard isNumber(place) else { return nil }
    var digits = text.letters(of: place)
    var end = place + 1
    var decimals: String?
    while decimals == nil, digits.count <= 15, let (mark, next) = joined(end) {
      let isGroup = next.count == 3 && digits.count <= 3 || (end > place + 1 && next.count == 3)
      if isGroup, mark != "٫", !(mark == "." && isFraction(end + 2)) {
        digits += next
      } else if mark == "٫" || mark == "." || next.count <= 2 {
        decimals = next
      } else {
        return nil
      }
      end += 2
    }
    while decimals == nil, end == place + 1 || digits.count % 3 == 1, let next = spaced(end, digits)
    {
      digits += next
      end += 1
    }
    if digits.count > 15 || isGlued(place, end) { return nil }
    let isPadded = digits.count > 1 && digits.hasPrefix("0")
    guard !isPadded, let value = Double(decimals.map { "\(digits).\($0)" } ?? digits) else {
      return nil
    }
    var number = spelled.scaled(ReadNumber(value: value, end: end))
    if number.scale == 1, decimals == nil { number.digits = digits }
    return number
  }

  private func isNumber(_ place: Int) -> Bool {
    text.tokens.indices.contains(place) && text.tokens[place].kind == .number
  }

  /// A separator and digits written together with what stands before.
  private func joined(_ place: Int) -> (mark: Word, digits: String)? {
    guard isNumber(place + 1), text.tokens[place].kind == .punctuation,
      !text.tokens[place].followsSpace, !text.tokens[place + 1].followsSpace
    else { return nil }
    let mark = text.tokens[place].folded
    return [",", "٬", ".", "٫", "،", "'", "’"].contains(mark)
      ? (mark, text.letters(of: place + 1)) : nil
  }

  /// Whether a scale word, a percent sign or a measure comes: then «1.250» is a fraction.
  private func isFraction(_ place: Int) -> Bool {
    guard text.tokens.indices.contains(place) else { return false }
    let token = text.tokens[place]
    if token.kind == .punctuation { return token.folded == "%" || token.folded == "٪" }
    return spelled.words.value(token.folded, as: .scale) != nil
  }

  /// «25 000»: a group of noughts after a space.
  private func spaced(_ place: Int, _ digits: String) -> String? {
    guard isNumber(place), digits.count <= 3, text.tokens[place].folded == "000" else { return nil }
    return "000"
  }

  /// Whether letters, codes or other figures are stuck to the figure: F16, ‎2/3, 5-2, 10:30.
  private func isGlued(_ place: Int, _ end: Int) -> Bool {
    if place > 0, !text.tokens[place].followsSpace {
      let before = text.tokens[place - 1]
      if before.kind == .word {
        return !["و", "ب", "ل", "ف", "ك", "ال", "بال", "وال", "لل"].contains(before.folded)
      }
      if ["/", ":", "#", "@", "_", "+", "\\", "."].contains(before.folded) { return true }
      if ["-", "‐", "–"].contains(before.folded), place > 1, !before.followsSpace {
        return text.tokens[place - 2].kind == .word
      }
    }
    guard text.tokens.indices.contains(end), !text.tokens[end].followsSpace else { return false }
    let after = text.tokens[end]
    if after.kind == .word { return after.folded.first.map { ("a"..."z").contains($0) } ?? false }
    let isCode = ["/", ":", "_", "\\", "@"].contains(after.folded)
    return isCode && isNumber(end + 1)
  }

  /// «3 آلاف و500»: the sum with what is joined to a scaled figure.
  private func addend(to number: ReadNumber) -> ReadNumber? {
    guard number.scale > 1, text.tokens.indices.contains(number.end),
      text.tokens[number.end].folded.hasPrefix("و")
    else { return nil }
    let word = text.tokens[number.end].folded
    var sum = number
    if word == "و", let more = figure(at: number.end + 1), more.value < number.scale {
      sum.value += more.value
      sum.end = more.end
      sum.scale = more.scale
      sum.needsNoun = false
      return sum
    }
    if let more = spelled.group(word.dropFirst(), number.end), more.value < number.scale {
      sum.value += more.value
      sum.end = more.end
      sum.scale = more.scale
      return sum
    }
    guard word == "ونصف" else { return nil }
    sum.value += number.scale / 2
    sum.end += 1
    sum.scale = 1
    return sum
  }
}
