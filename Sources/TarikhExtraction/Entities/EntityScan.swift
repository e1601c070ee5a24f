internal import ArabicDates
internal import TarikhModel

/// The work on one text: phrases found, mentions composed of them, and what is still open.
struct EntityScan {
  let text: ArabicText
  let lexicon: EntityLexicon
  var phrases: [PhraseMatch] = []
  /// For each token the phrase that begins there, or -1.
  var phraseAt: [Int32]
  /// For each token whether a mention has it.
  var isTaken: [Bool]
  var drafts: [MentionDraft] = []
  /// How often the text names each state, to decide between places of one name.
  var evidence: [EntityID: Int] = [:]
  /// What the most named state has in `evidence`.
  var leadingEvidence = 0
  /// What the text named last with each noun that can stand for it: «حركة» … «الحركة».
  var antecedents: [Word: Antecedent] = [:]

  let profiles: [WordProfile]

  init(text: ArabicText, lexicon: EntityLexicon, profiles: [WordProfile]) {
    self.text = text
    self.profiles = profiles
    self.lexicon = lexicon
    phraseAt = Array(repeating: -1, count: text.tokens.count)
    isTaken = Array(repeating: false, count: text.tokens.count)
  }

  /// Finds the longest phrase at every place, left to right, none overlapping another.
  mutating func matchPhrases() {
    var place = 0
    while place < text.tokens.count {
      let readings = profiles[place].names
      if !readings.isEmpty, let match = longestMatch(at: place, readings) {
        phraseAt[place] = Int32(phrases.count)
        phrases.append(match)
        countEvidence(match)
        place = match.tokens.upperBound
      } else {
        place += 1
      }
    }
    let states = evidence.filter { lexicon.entry($0.key)?.category == .state }
    leadingEvidence = states.values.max() ?? 0
  }

  func longestMatch(at place: Int, _ readings: [WordReading]) -> PhraseMatch? {
    var best: PhraseMatch?
    for reading in readings {
      guard var node = lexicon.trie.step(from: TokenTrie<LexiconItem>.root, along: reading.word)
      else {
        continue
      }
      var end = place + 1
      while true {
        let items = lexicon.trie.items(at: node)
        if !items.isEmpty, end > (best?.tokens.upperBound ?? place) {
          best = PhraseMatch(tokens: place..<end, reading: reading, items: items)
        }
        guard let next = wordPlace(after: end - 1),
          let word = lexicon.trie.word(text.tokens[next].folded),
          let step = lexicon.trie.step(from: node, along: word)
        else { break }
        node = step
        end = next + 1
      }
    }
    return best
  }

  /// The next word, if no more than one quotation mark or hyphen stands before it.
  private func wordPlace(after place: Int) -> Int? {
    for next in [place + 1, place + 2] where next < text.tokens.count {
      let token = text.tokens[next]
      switch token.kind {
      case .word, .number: return next
      case .lineBreak: return nil
      case .punctuation: if !Marks.joining.contains(token.folded) { return nil }
      }
    }
    return nil
  }

  private mutating func countEvidence(_ match: PhraseMatch) {
    guard match.items.count == 1, let item = match.items.first else { return }
    switch item {
    case .entity(let index, false):
      let id = lexicon.entries[index].id
      // A name of its own says more than its state does.
      evidence[id, default: 0] += 10
      if let country = lexicon.entries[index].country, country != id {
        evidence[country, default: 0] += 1
      }
    case .nationality(let state, _):
      evidence[lexicon.entries[lexicon.states[state].entry].id, default: 0] += 1
    default: break
    }
  }

  /// The phrase that begins at `place`, or `nil`.
  func phrase(at place: Int) -> PhraseMatch? {
    guard phraseAt.indices.contains(place), phraseAt[place] >= 0 else { return nil }
    return phrases[Int(phraseAt[place])]
  }

  /// The folded word at `place`, empty at the end and for marks.
  func word(_ place: Int) -> Word {
    guard text.tokens.indices.contains(place), text.tokens[place].kind == .word else { return "" }
    return text.tokens[place].folded
  }

  func isMark(_ place: Int, in marks: WordSet) -> Bool {
    guard text.tokens.indices.contains(place) else { return false }
    return text.tokens[place].kind == .punctuation && marks.contains(text.tokens[place].folded)
  }
}

/// Marks that matter inside phrases.
enum Marks {
  static let quotes: WordSet = [
    "«", "»", "\"", "“", "”", "'", "‘", "’", "(", ")", "„", "‹", "›",
  ]
  /// What closes each mark that opens.
  static let closing: [Word: Word] = ["«": "»", "(": ")", "“": "”", "‹": "›", "\"": "\""]
  static let joining: WordSet = ["«", "»", "\"", "“", "”", "'", "’", "‘", "-", "‐", "–", "ـ"]
  static let commas: WordSet = ["،", ","]
  static let stops: WordSet = [".", "؟", "!", "?"]
}
