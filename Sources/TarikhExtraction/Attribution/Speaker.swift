internal import TarikhModel

/// Whom a sentence credits with words.
struct Speaker: Hashable {
  var entity: EntityID
  /// The words for them, as they stand in the text.
  var words: String?
  var isAnonymous: Bool
  /// Index of the mention, where there is one.
  var mention: Int?
  var institution: EntityID?
}

extension Speaker {
  init(_ mention: EntityMention, index: Int) {
    entity = mention.attributes.asActor ?? mention.entity
    words = mention.words
    isAnonymous = mention.attributes.isAnonymous
    self.mention = index
    institution = mention.attributes.institution
  }

  /// Nobody in particular: تمت الإشارة إلى ….
  static let unspecified = Speaker(
    entity: EntityID(rawValue: "source:unspecified"), words: nil, isAnonymous: true, mention: nil,
    institution: nil)
}

/// Somebody's words in a sentence: a verb or noun of speech with its subject.
struct SpeechAct: Hashable {
  /// Position among the sentence's triggers; `nil` for a bare "according to".
  var trigger: Int?
  var token: Int
  var clause: Int
  var kind: ReportKind
  var verb: String?
  var speaker: Speaker
  /// Whether its subject is named there, not only understood.
  var hasSubject: Bool
  var channel: Attribution.Channel?
  var isQuoted: Bool
  /// The words that say who speaks, from the verb to where the content begins.
  var introduction: Range<Int>
  /// Whether it stands after what it credits, or introduces a source only: بحسب، وفقًا لـ.
  var isBare: Bool
  /// Outer links: the outlet that passes the words on.
  var via: [EntityID] = []
  /// Whether it is a paper's "quoting": نقلًا عن.
  var isQuotedFrom = false
}
