internal import ArabicDates
package import TarikhModel

/// A name, office, institution, source or nationality found in a text.
///
/// A class, since every stage looks at mentions again and again.
package final class EntityMention: Sendable {
  /// The lexicon's id, or one made of the folded words where the lexicon lacks the name.
  ///
  /// `unresolved:رايد الحمود` for most, `unresolved:base:قاعده ابشي` and
  /// `unresolved:place:بلده كفركلا` where the noun before the name tells what it is.
  package let entity: EntityID
  package let category: EntityCategory
  /// Indexes into the tokens of the text; the whole phrase, title and name together.
  package let tokens: Range<Int>
  /// Offsets in Unicode scalars, conjunction and preposition (و ف ب ل ك) left out.
  ///
  /// The article ال is included. Where ل has swallowed the alif of the article (للعراق) the
  /// word stays whole.
  package let range: TextRange
  /// The words, exactly as they stand in the text.
  package var words: String { text[range.start..<range.end] }
  package let attributes: EntityAttributes
  private let text: ArabicText

  init(
    entity: EntityID, category: EntityCategory, tokens: Range<Int>, range: TextRange,
    attributes: EntityAttributes, text: ArabicText
  ) {
    self.entity = entity
    self.category = category
    self.tokens = tokens
    self.range = range
    self.attributes = attributes
    self.text = text
  }
}

/// What sort of thing a mention names.
package enum EntityCategory: String, Hashable, Sendable, CaseIterable {
  case state, force, institution, organization, group, party, coalition, office, place, base
  case mission, document, person, outlet, source
  /// A nationality adjective on its own: «الانسحاب الأميركي».
  case nationality
}

/// What is known of a mention besides its id.
package struct EntityAttributes: Hashable, Sendable {
  /// The id when the words act, as `actor:iraq` for «بغداد»; `nil` where `entity` serves.
  package var asActor: EntityID?
  /// The id when the words are a place: `place:iraq` for «العراق».
  package var asPlace: EntityID?
  /// The state that it belongs to or lies in, as an actor.
  package var country: EntityID?
  /// For offices, spokespersons, officials and sources: the body that they belong to.
  package var institution: EntityID?
  /// The office held by the person, or meant by the words.
  package var office: EntityID?
  /// The words of the office or title before or after a person's name.
  package var title: String?
  /// The tokens of the name inside the phrase, for persons with a title.
  package var name: Range<Int>?
  /// For category `source`: what sort of person or paper speaks.
  package var roleNoun: RoleNoun?
  /// Whether the source is neither a named person nor an institution.
  package var isAnonymous = false
  package var isPlural = false
  /// Whether the words were resolved by another mention of the text («المسؤول»، «أوستن»).
  package var isAnaphoric = false
  /// Both parties of «الطرفان»، «البلدان», in the order in which the text named them; else empty.
  ///
  /// The entity of such a mention is the first of them.
  package var parties: [EntityID] = []
  /// The same as places, where both are states.
  package var partyPlaces: [EntityID] = []
  /// Whether a preposition is written with the first word (بالعراق، لواشنطن).
  package var proclitic: Proclitic?
  /// Whether a conjunction و or ف is written with the first word.
  package var followsConjunction = false

  package init() {}
}

/// A preposition of one letter, written with the word after it.
package enum Proclitic: String, Hashable, Sendable {
  case ba = "ب"
  case lam = "ل"
  case kaf = "ك"
}

/// What sort of unnamed speaker a source is.
package enum RoleNoun: String, Hashable, Sendable, CaseIterable {
  case official, source, spokesperson, analyst, expert, observer, witness, activist, resident
  case report, delegation, commander, diplomat, officer, politician, lawmaker, adviser
}
