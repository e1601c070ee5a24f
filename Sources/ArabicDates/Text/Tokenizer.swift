/// One pass over the scalars: runs of letters, runs of digits, single marks, line breaks.
struct Tokenizer {
  private var tokens: [Token] = []
  private var followsSpace = true
  /// The run of letters or digits being read.
  private var kind: Token.Kind?
  private var start = 0
  private var end = 0
  private var folded = WordCoding()

  mutating func run(_ scalars: [Unicode.Scalar]) -> [Token] {
    tokens.reserveCapacity(scalars.count / 6)
    for (offset, scalar) in scalars.enumerated() {
      switch ScalarClass(scalar) {
      case .mark:
        // A diacritic or tatweel belongs to the word it stands in; elsewhere it is nothing.
        if kind == .word {
          end = offset + 1
        } else if standsAsDash(offset, scalars) {
          finish()
          append(.punctuation, offset, offset + 1, "-")
        }
      case .control: continue
      case .space:
        finish()
        followsSpace = true
      case .lineBreak:
        finish()
        append(.lineBreak, offset, offset + 1, "\n")
        followsSpace = true
      case .punctuation:
        finish()
        append(.punctuation, offset, offset + 1, Word(scalar))
      case .word: extend(.word, scalar, offset)
      case .number: extend(.number, scalar, offset)
      }
    }
    finish()
    return tokens
  }

  /// Many papers write a tatweel on its own for a dash: «الخرطوم ـ قال …».
  private func standsAsDash(_ offset: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[offset] == "\u{640}", followsSpace, offset > 0 else { return false }
    let next = scalars[offset...].prefix(4).first { $0 != "\u{640}" }
    return next.map { ScalarClass($0) == .space } ?? false
  }

  private mutating func extend(_ kind: Token.Kind, _ scalar: Unicode.Scalar, _ offset: Int) {
    if self.kind != kind {
      finish()
      self.kind = kind
      start = offset
    }
    switch ArabicFolding.folded(scalar) {
    case .nothing: break
    case .one(let letter): folded.append(letter)
    case .several(let letters): letters.forEach { folded.append($0) }
    }
    end = offset + 1
  }

  private mutating func finish() {
    guard let run = kind else { return }
    kind = nil
    append(run, start, end, folded.word)
    folded = WordCoding()
  }

  private mutating func append(_ kind: Token.Kind, _ start: Int, _ end: Int, _ folded: Word) {
    tokens.append(
      Token(folded: folded, kind: kind, range: start..<end, followsSpace: followsSpace))
    followsSpace = false
  }
}

/// What a scalar is to the tokenizer.
enum ScalarClass: UInt8, Sendable {
  case space, lineBreak, mark, control, punctuation, word, number

  /// Looked up for the scripts of our texts, asked of Unicode for the rest.
  init(_ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    self = value < ScalarClass.table.count ? ScalarClass.table[value] : ScalarClass(asking: scalar)
  }

  /// Latin to Arabic, and general punctuation.
  private static let table: [ScalarClass] = (0..<0x2070).map { value in
    Unicode.Scalar(UInt32(value)).map { ScalarClass(asking: $0) } ?? .space
  }

  private init(asking scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if ArabicFolding.isIgnored(scalar) {
      self = properties.isDefaultIgnorableCodePoint ? .control : .mark
    } else if ["\n", "\r", "\u{2028}", "\u{2029}"].contains(scalar) {
      self = .lineBreak
    } else if properties.isWhitespace || properties.generalCategory == .control {
      self = .space
    } else if properties.generalCategory == .decimalNumber {
      self = .number
    } else if ScalarClass.isPresentedMark(scalar) {
      self = .mark
    } else {
      self = properties.isAlphabetic ? .word : .punctuation
    }
  }

  /// A diacritic in one of the old shapes, which folds to nothing or to a blank.
  private static func isPresentedMark(_ scalar: Unicode.Scalar) -> Bool {
    guard (0xFE70...0xFE7F).contains(scalar.value) else { return false }
    return true
  }
}
