package import ArabicDates

/// Cuts a text into lines and says which of them are running text.
package struct LineClassifier {
  private let tokens: [Token]
  private let lines: [Range<Int>]

  package init(_ text: ArabicText) {
    tokens = text.tokens
    lines = text.tokens.split(whereSeparator: { $0.kind == .lineBreak })
      .map { $0.startIndex..<$0.endIndex }
  }

  /// - Complexity: O(*n*) in the number of tokens.
  package func classify() -> [Line] {
    let finished = lines.filter(isFinished)
    // Some outlets end no paragraph with a stop: there only the first line can be a heading.
    let usesStops =
      !finished.isEmpty && finished.count * 2 >= lines.count(where: { wordCount($0) > 16 })
    var result: [Line] = []
    var sawBody = false
    var sawHeading = false
    for (position, line) in lines.enumerated() {
      // Without stops there is no telling a second heading from a short paragraph.
      let isBeforeBody = !sawBody && (usesStops || !sawHeading)
      let role = role(of: line, at: position, isBeforeBody: isBeforeBody, usesStops: usesStops)
      if role == .body { sawBody = true }
      if role == .heading { sawHeading = true }
      result.append(Line(tokens: line, role: role))
    }
    return result
  }

  private func role(
    of line: Range<Int>, at position: Int, isBeforeBody: Bool, usesStops: Bool
  ) -> Line.Role {
    let words = wordCount(line)
    if words == 0 || isFurniture(line, words: words) { return .furniture }
    if isFinished(line) { return .body }
    if words <= 6, isByline(line, isBeforeBody: isBeforeBody) { return .byline }
    let hasMore = lines[(position + 1)...].prefix(3).contains { wordCount($0) > words }
    guard words <= 18, lines.count > 1, hasMore || words <= 5, !continues(line) else {
      return .body
    }
    return usesStops || isBeforeBody ? .heading : .body
  }

  /// Whether the line ends as a sentence does.
  private func isFinished(_ line: Range<Int>) -> Bool {
    let last = tokens[line].last { !Self.closers.contains($0.folded) }
    return last.map { Self.stops.contains($0.folded) } ?? false
  }

  /// Whether the line goes on from the one before: headings do not begin with "and".
  private func continues(_ line: Range<Int>) -> Bool {
    let first = tokens[line.lowerBound].folded
    return first.hasPrefix("و") && first.count > 3
      && !Self.wordsInWaw.contains { first.hasPrefix($0) }
  }

  /// Words whose first letter only looks like "and".
  private static let wordsInWaw: [Word] = [
    "وزار", "وزير", "وزرا", "واشنطن", "وكال", "وفد", "وفا", "وسط", "وسيط", "وقف", "وثيق", "وصول",
    "وحد", "ولاي", "ولي", "وضع", "وجود", "وساط", "وقود", "وجه", "وباء", "وطن", "وكيل", "وقائع",
  ]

  private func isByline(_ line: Range<Int>, isBeforeBody: Bool) -> Bool {
    let words = tokens[line].filter { $0.kind == .word }
    if let first = words.first, Self.bylineWords.contains(first.folded) { return true }
    let hasPlace = tokens[line].contains { ["(", "-", "–", "/", ":"].contains($0.folded) }
    return isBeforeBody && words.count <= 5 && hasPlace
  }

  private func isFurniture(_ line: Range<Int>, words: Int) -> Bool {
    let slice = tokens[line]
    if words > 12 { return !slice.contains { $0.kind == .word } }
    let numbers = slice.count { $0.kind == .number }
    if numbers >= 2 && words == numbers { return true }
    if slice.contains(where: { Self.signs.contains($0.folded) }) {
      return words <= 8
    }
    let text = slice.filter { $0.kind == .word }.map(\.folded)
    guard let first = text.first else { return true }
    if Self.creditWords.contains(first), isLabel(slice) || words <= 3 { return true }
    if words <= 8 {
      if Self.furniturePhrases.contains([first])
        || Self.furniturePhrases.contains(Array(text.prefix(2)))
      {
        return true
      }
    }
    // Initials of an editor: «م.ال», «أ.ف.ب».
    return words <= 4 && text.allSatisfy { $0.count <= 2 }
  }

  /// Whether a colon or bar follows the first words, as in «المصدر: …».
  private func isLabel(_ slice: ArraySlice<Token>) -> Bool {
    slice.prefix(4).contains { $0.folded == ":" || $0.folded == "|" || $0.folded == "/" }
  }

  private func wordCount(_ line: Range<Int>) -> Int {
    tokens[line].count { $0.kind == .word || $0.kind == .number }
  }

  /// Of the weather, of addresses.
  private static let signs: WordSet = ["°", "@", "http"]
  static let stops: WordSet = [".", "!", "?", "؟", "…", "۔"]
  static let closers: WordSet = ["»", "”", "\"", ")", "›", "]", "'"]
  private static let creditWords: WordSet = [
    "المصدر", "المصادر", "ترجمه", "تحرير", "اعداد", "تصوير", "الصوره", "صوره", "وكالات", "رويترز",
    "متابعات", "المحرر", "كتب", "كتبت", "مراسل", "الكاتب", "بقلم", "الوكالات", "اخبار", "source",
  ]
  private static let bylineWords: WordSet = ["بقلم", "كتب", "كتبت", "اعداد", "تقرير", "مراسل"]
  private static let furniturePhrases = Set(
    [
      "وكالات", "اضف تعليق", "اضف تعليقا", "التعليقات", "تعليقات", "اترك تعليقا", "اترك تعليق",
      "اقرا ايضا", "اقرا المزيد", "اقرا اكثر", "المزيد", "شارك", "شاركها", "مشاركه", "طباعه",
      "اخبار ذات", "مواضيع ذات", "مقالات ذات", "ذات صله", "مواضيع متعلقه", "كلمات مفتاحيه",
      "الكلمات المفتاحيه", "الكلمات الدلاليه", "تابعونا", "تابعنا", "للمزيد", "للتواصل", "هاتف",
      "جميع الحقوق", "حقوق النشر", "اشترك", "سجل", "الرئيسيه", "نشر في", "تاريخ النشر",
      "اخر تحديث", "شاهد ايضا", "شاهد", "فيديو", "بالفيديو", "بالصور", "انستغرام", "فيسبوك",
      "تويتر",
    ].map(EntityLexicon.phrase))
}
