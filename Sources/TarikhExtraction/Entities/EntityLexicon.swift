package import ArabicDates
internal import Foundation
package import TarikhModel

/// Names and what they mean: states, bodies, places, persons, and the grammar of their phrases.
package struct EntityLexicon: Sendable {
  /// All entries, in the order of their files.
  package internal(set) var entries: [LexiconEntry] = []
  var trie = TokenTrie<LexiconItem>()
  var states: [StateEntry] = []
  var stateIndexes: [String: Int] = [:]
  var institutions: [HeadPattern] = []
  var offices: [HeadPattern] = []
  var titles: [TitleEntry] = []
  var posts: [PostEntry] = []
  var roles: [RoleEntry] = []
  var sites: [SitePattern] = []
  /// Folded nouns, without the article, that stand for things named with them.
  var anaphorHeads: Set<Word> = []
  /// For each entry the nouns among them that its names begin with.
  private(set) var headsByEntry: [[Word]] = []
  /// Folded modifiers of sources («امنيه») to the part of the id they give (`security`).
  var modifiers: [Word: String] = [:]
  var words = NameWords(rows: [])
  private var indexes: [EntityID: Int] = [:]

  package init() {}

  func index(of id: EntityID) -> Int? { indexes[id] }

  /// The entry of an id, or `nil`.
  package func entry(_ id: EntityID) -> LexiconEntry? { indexes[id].map { entries[$0] } }

  /// The persons who held an office, in the order of the files.
  var holdersByOffice: [EntityID: [(entry: Int, interval: String)]] = [:]

  /// Adds an entry with its names as the file marks them: `!` before a label that the grammar of
  /// institutions makes itself, `?` before common words, `*` before declared homonyms.
  mutating func add(
    _ entry: LexiconEntry, marked names: [String], file: String, line: Int
  ) throws(LexiconError) -> Int {
    guard indexes[entry.id] == nil else {
      throw .duplicateID(file: file, line: line, id: entry.id.rawValue)
    }
    let index = entries.count
    indexes[entry.id] = index
    entries.append(entry)
    for held in entry.offices {
      holdersByOffice[held.office, default: []].append((index, held.interval))
    }
    var heads: Set<Word> = []
    for name in names {
      if let head = Self.phrase(name).first.map(Self.withoutArticle), anaphorHeads.contains(head) {
        heads.insert(head)
      }
      if !name.hasPrefix("!") { insert(name, .entity(index, isWeak: name.hasPrefix("?"))) }
    }
    headsByEntry.append(heads.sorted { $0.description < $1.description })
    return index
  }

  /// Enters a phrase; marks of weakness (`?`) and of declared homonyms (`*`) are not part of it.
  mutating func insert(_ phrase: String, _ item: LexiconItem) {
    let folded = Self.phrase(phrase)
    if !folded.isEmpty { trie.insert(folded, item) }
  }

  /// Enters a phrase before all that it meant until now.
  mutating func insertFirst(_ phrase: String, _ item: LexiconItem) {
    let folded = Self.phrase(phrase)
    if !folded.isEmpty { trie.insert(folded, item, isFirst: true) }
  }

  /// A folded word without ال.
  static func withoutArticle(_ word: Word) -> Word {
    word.count > 4 && word.hasPrefix("ال") ? word.dropFirst(2) : word
  }

  /// A name without its marks.
  static func unmarked(_ name: String) -> String {
    String(name.drop { "!?*".contains($0) })
  }

  /// The folded words of a name.
  package static func phrase(_ name: String) -> [Word] {
    ArabicText(name).tokens.filter { $0.kind == .word || $0.kind == .number }.map(\.folded)
  }
}
