/// Who says so.
///
/// A report without an attribution is in the article's own voice.
public struct Attribution: Hashable, Sendable {
  /// The person, institution or kind of source that is quoted; a nested one's innermost.
  public var speaker: EntityID
  /// The speaker's words for themselves or their office, as they stand in the text.
  public var role: String?
  /// How it was said, where the text tells.
  public var channel: Channel?
  /// The lemma of the verb of saying: distancing verbs (زعم) matter to a reader.
  public var verb: String?
  /// Whether the source is neither a named person nor an institution.
  public var anonymous: Bool
  /// Whether the words stand in quotation marks, at least in part.
  public var quoted: Bool
  /// Outer links of a nested attribution, outermost last.
  public var via: [EntityID]

  public init(
    speaker: EntityID, role: String?, channel: Channel?, verb: String?, anonymous: Bool,
    quoted: Bool, via: [EntityID]
  ) {
    self.speaker = speaker
    self.role = role
    self.channel = channel
    self.verb = verb
    self.anonymous = anonymous
    self.quoted = quoted
    self.via = via
  }

  /// The occasion or medium of saying something.
  public enum Channel: String, Hashable, Sendable, CaseIterable {
    case pressConference = "press-conference"
    case writtenStatement = "written-statement"
    case jointStatement = "joint-statement"
    case interview
    case socialMedia = "social-media"
    case meeting
    case mediaBriefing = "media-briefing"
  }
}
