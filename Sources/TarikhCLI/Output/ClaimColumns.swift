import Tarikh

/// Rival claims beside each other, as many as the screen has room for; else one below another.
struct ClaimColumns {
  /// A column that is narrower breaks a sentence into too many lines to be read.
  private static let narrowest = 34
  private static let indentation = "  "
  private static let separator = " │ "

  let screen: Screen
  let width: Int

  func lines(of claims: [StateClaim]) -> [String] {
    let room = width - Self.indentation.count
    let gap = Self.separator.count
    let count = max(1, min(claims.count, (room + gap) / (Self.narrowest + gap)))
    let column = (room - gap * (count - 1)) / count
    var lines: [String] = []
    for start in stride(from: 0, to: claims.count, by: count) {
      let blocks = claims[start..<min(start + count, claims.count)].map { block($0, column) }
      if start > 0, count > 1 { lines.append("") }
      lines += beside(blocks, column)
    }
    return lines
  }

  private func beside(_ blocks: [[Line]], _ column: Int) -> [String] {
    (0..<(blocks.map(\.count).max() ?? 0)).map { row in
      var cells = blocks.map { block in
        row < block.count ? block[row].shown(on: screen) : (text: "", columns: 0)
      }
      let last = cells.removeLast()
      let padded = cells.map { $0.text + String(repeating: " ", count: column - $0.columns) }
      return Self.indentation + (padded + [last.text]).joined(separator: Self.separator)
    }
  }

  /// What a claim says, line by line, none wider than the column.
  private func block(_ claim: StateClaim, _ column: Int) -> [Line] {
    let mark = claim.preferred ? "▸ " : "· "
    var lines: [Line] = []
    func add(_ words: String, _ emphasis: Emphasis? = nil, mark: String = "  ") {
      let wrapped = Wrapping.lines(of: Bidirectional.harmless(words), width: column - 2)
      for (index, text) in wrapped.enumerated() {
        lines.append(Line(mark: index == 0 ? mark : "  ", text: text, emphasis: emphasis))
      }
    }
    add(claim.value.words, claim.preferred ? .green : .bold, mark: mark)
    add("\(ClaimLine.valid(claim)) (\(claim.certainty.rawValue))")
    add(ClaimLine.speaker(claim), .cyan)
    if let outlet = claim.outlet {
      add(outlet)
      if let published = claim.published { add("published \(published)") }
    }
    if let quote = claim.quote { add("«\(quote)»") }
    if !claim.flags.isEmpty {
      add(claim.flags.map(\.rawValue).joined(separator: ", "), .yellow)
    }
    add(claim.event.description, .faint)
    return lines
  }

  /// A line of a block.
  private struct Line {
    var mark: String
    var text: String
    var emphasis: Emphasis?

    func shown(on screen: Screen) -> (text: String, columns: Int) {
      let isolated = Bidirectional.isolate(text, on: screen)
      return (
        mark + (emphasis.map { $0(isolated, on: screen) } ?? isolated),
        DisplayWidth.of(mark) + DisplayWidth.of(text)
      )
    }
  }
}
