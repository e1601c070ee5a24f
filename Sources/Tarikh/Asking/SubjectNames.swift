internal import ArabicDates
internal import TarikhExtraction
public import TarikhModel

/// Entities by the names that people give them, in Arabic or English, in any usual spelling.
public struct SubjectNames: Sendable {
  private let idsByName: [String: [EntityID]]

  /// Those that come with Tarikh.
  public static let bundled = SubjectNames(EntityLexicon.bundled.entries)

  private init(_ entries: [LexiconEntry]) {
    var idsByName: [String: [EntityID]] = [:]
    for entry in entries {
      let tail = entry.id.rawValue.split(separator: ":").last.map(String.init) ?? ""
      let names = [entry.label, entry.englishLabel, tail] + entry.variants
      for name in Set(names.map(Self.folded)) where !name.isEmpty {
        idsByName[name, default: []].append(entry.id)
      }
    }
    self.idsByName = idsByName
  }

  /// The entities that are called so; a state goes before what is named after it.
  public func ids(named name: String) -> [EntityID] {
    let ids = idsByName[Self.folded(name)] ?? Self.composed(name)
    let actors = ids.filter { $0.rawValue.hasPrefix("actor:") }
    return actors.count == 1 ? actors : ids
  }

  /// A name that the grammar makes: «الجيش الفرنسي», «وزير الدفاع العراقي».
  private static func composed(_ name: String) -> [EntityID] {
    let text = ArabicText(name)
    let mentions = EntityRecognizer().mentions(in: text)
    guard let mention = mentions.first, mention.tokens == text.tokens.indices,
      mention.category != .nationality, mention.category != .source
    else { return [] }
    return [mention.attributes.asActor ?? mention.entity]
  }

  /// Whether the id is one of the lexicon's.
  public func knows(_ id: EntityID) -> Bool { EntityLexicon.bundled.entry(id) != nil }

  /// The entities whose names or ids are nearest to the text, nearest first.
  ///
  /// - Complexity: O(*n*) in the letters of all names.
  public func near(_ text: String, limit: Int) -> [EntityID] {
    let wanted = Array(Self.folded(text))
    let reach = max(1, wanted.count / 4)
    var best: [EntityID: Int] = [:]
    for (name, ids) in idsByName {
      let distance = Misspelling.distance(Array(name), wanted, upTo: reach)
      guard distance <= reach else { continue }
      for id in ids { best[id] = min(best[id] ?? .max, distance) }
    }
    return best.sorted { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
      .prefix(limit).map(\.key)
  }

  /// Without hamzas, vowel signs, case, articles and the class of an id.
  private static func folded(_ name: String) -> String {
    let tail = name.split(separator: ":").last.map(String.init) ?? name
    return ArabicFolding.fold(tail).lowercased()
      .split { !($0.isLetter || $0.isNumber) }
      .map { $0.hasPrefix("ال") && $0.count > 4 ? $0.dropFirst(2) : $0[...] }
      .joined(separator: " ")
  }
}
