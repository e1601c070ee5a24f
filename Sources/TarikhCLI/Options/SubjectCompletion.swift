import Tarikh

/// Completes subjects, attributes and speakers from what the newest events of a store speak of.
enum SubjectCompletion {
  /// How many of the newest events are read: a tenth of a second must do.
  private static let events = 4000

  /// Ids; and names in Arabic or English, once one is begun.
  @Sendable static func subjects(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let word = CompletedWord(prefix: prefix)
    return CompletionStore.words(words) { timeline in
      let ids = try mentioned(in: timeline).subjects
      let found = word.completions(ids.map(\.rawValue))
      // The lexicon takes a while to read, and names that look like an id are few.
      return found.isEmpty ? word.completions(names(of: ids)) : found
    }
  }

  @Sendable static func attributes(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let word = CompletedWord(prefix: prefix)
    return CompletionStore.words(words) { timeline in
      let own = try mentioned(in: timeline).attributes
      return word.completions(StateVariable.all.map(\.attribute) + own)
    }
  }

  /// Speakers by their ids, and outlets by their names.
  @Sendable static func sources(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let word = CompletedWord(prefix: prefix)
    return CompletionStore.words(words) { timeline in
      let found = try mentioned(in: timeline)
      return word.completions(found.speakers.map(\.rawValue) + found.outlets)
    }
  }

  private static func mentioned(in timeline: Timeline) throws -> Mentioned {
    var mentioned = Mentioned()
    for event in try timeline.log.events(before: nil, limit: events) {
      mentioned.add(event.payload)
    }
    return mentioned
  }

  private static func names(of ids: Set<EntityID>) -> [String] {
    EntityLexicon.bundled.entries.filter { ids.contains($0.id) }
      .flatMap { [$0.englishLabel] + $0.names }
  }
}

/// What events speak of.
private struct Mentioned {
  var subjects: Set<EntityID> = []
  var speakers: Set<EntityID> = []
  var attributes: Set<String> = []
  var outlets: Set<String> = []

  mutating func add(_ payload: EventPayload) {
    switch payload {
    case .reported(let report), .corrected(_, let report, _):
      subjects.formUnion(report.participants.map(\.entity))
      subjects.formUnion(report.quantities.compactMap(\.of))
      guard let speaker = report.attribution?.speaker else { return }
      speakers.insert(speaker)
      subjects.insert(speaker)
    case .fact(let fact):
      subjects.insert(fact.subject)
      attributes.insert(fact.attribute)
    case .articleReceived(let article): if let outlet = article.outlet { outlets.insert(outlet) }
    case .retracted, .redacted, .articleRedated, .erased: break
    }
  }
}
