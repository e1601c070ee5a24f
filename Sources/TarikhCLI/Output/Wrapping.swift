/// Breaks text into lines between its words, and within a word that no line could hold.
enum Wrapping {
  /// The lines of `text`, none wider than `width` columns.
  ///
  /// - Complexity: O(*n*) in the length of `text`.
  static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ") {
      for piece in pieces(of: word, width: max(1, width)) {
        let wanted = DisplayWidth.of(piece)
        if columns > 0, columns + 1 + wanted > width {
          lines.append(line)
          (line, columns) = (piece, wanted)
        } else {
          line += columns > 0 ? " " + piece : piece
          columns += columns > 0 ? 1 + wanted : wanted
        }
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func pieces(of word: Substring, width: Int) -> [String] {
    guard DisplayWidth.of(String(word)) > width else { return [String(word)] }
    var pieces: [String] = []
    var piece = ""
    var columns = 0
    for character in word {
      let wanted = DisplayWidth.of(String(character))
      if columns > 0, columns + wanted > width {
        pieces.append(piece)
        (piece, columns) = ("", 0)
      }
      piece.append(character)
      columns += wanted
    }
    return pieces + [piece]
  }
}
