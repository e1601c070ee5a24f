internal import ArabicDates
package import TarikhModel

/// What a phrase of the lexicon can mean.
enum LexiconItem: Hashable, Sendable {
  /// An entry; `isWeak` when the words are common ones and need a cue (قاعدة حرير).
  case entity(Int, isWeak: Bool)
  /// «وزارة الدفاع»: an institution once a state is named with it.
  case institution(Int, HeadForm)
  /// «وزير الدفاع»: likewise an office.
  case office(Int, HeadForm)
  /// A nationality adjective of a state.
  case nationality(Int, isDefinite: Bool)
  /// «الجنرال»، «القيادي»: a person's name may follow.
  case title(Int)
  /// «قائد»، «المتحدث باسم»: an office once a body is named after it.
  case post(Int)
  /// «رئيسها»: the post in the body named last.
  case ownPost(Int)
  /// «مصادر»، «مسؤول»: a source, with what modifies it.
  case role(Int)
  /// «قاعدة»، «بلدة»: a place or base is named after it; two of them after «قاعدتي».
  case site(Int, isDual: Bool)
  /// «الحركة»، «الطرفان»: stands for what the text named before.
  case anaphor(AnaphorKind)
  /// «العديد من»: looks like a name and is none.
  case nothing
}

/// What a definite noun without a name stands for.
enum AnaphorKind: Hashable, Sendable {
  /// The last thing that has this noun in its name: «حركة حماس» … «الحركة».
  case head(Word)
  /// Two parties of whatever sort, or two states.
  case parties(areStates: Bool)
}

/// A noun before names of places and bases, singular.
struct SitePattern: Hashable, Sendable {
  var category: EntityCategory
  /// «مطار دمشق» is another thing than Damascus, «مدينة دمشق» is the same.
  var isSite: Bool
  var head: String
  /// What may follow the name: «الجوية»، «الدولي».
  var adjectives: Set<Word>
}

/// How a head noun is joined to its state.
struct HeadForm: Hashable, Sendable {
  /// «الجيش» wants «العراقي», «جيش» wants «العراق».
  var isDefinite: Bool
  /// «الخارجية» alone is an adjective; it counts only with a state.
  var needsState: Bool
  /// «الحكومتان»: two states follow.
  var isDual: Bool
  /// «جندي» wants «عراقي», and no name of a state.
  var needsAdjective = false
}

/// An entry of the lexicon: one thing with its names.
package struct LexiconEntry: Hashable, Sendable {
  package var id: EntityID
  package var category: EntityCategory
  package var label: String
  package var englishLabel: String
  package var variants: [String]
  package var country: EntityID?
  package var wikidata: String?
  package var coordinates: Coordinates?
  /// The actor that the words stand for; for states and capitals.
  package var asActor: EntityID?
  package var asPlace: EntityID?
  /// Offices held, with their EDTF intervals; for persons.
  package var offices: [HeldOffice]

  /// All names, the label first.
  package var names: [String] { [label] + variants }
}

/// Degrees, north and east positive.
package struct Coordinates: Hashable, Sendable {
  package var latitude: Double
  package var longitude: Double
}

/// An office and when a person held it, as EDTF; the end is `..` while it lasts.
package struct HeldOffice: Hashable, Sendable {
  package var office: EntityID
  package var interval: String
}

/// A state, or a body with an adjective like one («أممي»).
struct StateEntry: Hashable, Sendable {
  var slug: String
  /// Index of its entry.
  var entry: Int
  /// What a source's id calls it: `iraqi`, `us`.
  var adjectiveSlug: String
}

/// A head noun with a scheme of ids: «وزارة الدفاع» + state gives `actor:<state>-mod`.
struct HeadPattern: Hashable, Sendable {
  var suffix: String
  var category: EntityCategory
  var englishLabel: String
  var exceptions: [String: String]

  /// «الأراضي العراقية»: the state as a place.
  var isTerritory: Bool { category == .place }

  /// The id for a state: the exception, else the scheme; a suffix `=` means the state itself.
  func id(for slug: String) -> EntityID {
    let prefix = category == .office ? "office" : "actor"
    if let exception = exceptions[slug] { return EntityID(rawValue: "\(prefix):\(exception)") }
    if suffix == "=" { return EntityID(rawValue: "\(prefix):\(slug)") }
    return EntityID(rawValue: "\(prefix):\(slug)-\(suffix)")
  }
}

/// A title or rank before names.
struct TitleEntry: Hashable, Sendable {
  enum Kind: String, Sendable { case rank, honorific, role }
  var kind: Kind
  var slug: String
}

/// A noun of office before the body it serves.
struct PostEntry: Hashable, Sendable {
  var slug: String
  var isSpokesperson: Bool
  var isDefinite: Bool
}

/// A noun for unnamed sources.
struct RoleEntry: Hashable, Sendable {
  var noun: RoleNoun
  var slug: String
  var isPlural: Bool
  var isDefinite: Bool
  /// «مسؤول» alone is also an adjective; «مصادر» are also resources.
  var needsModifier: Bool
}
