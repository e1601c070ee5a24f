internal import ArabicDates
internal import EDTF
internal import TarikhModel

/// What the stages found in one sentence, before its dates are resolved.
struct SentenceReading {
  var sentence: Range<Int>
  var clauses: [Clause]
  var triggers: [Trigger]
  var commitments: [Commitment]
  var dates: [Int: AttachedDate]
  /// Positions among the article's quantities by position of the trigger.
  var quantities: [Int: [Int]]
  var speech: [SpeechAct]
}

/// Runs the stages over the sentences of an article in order.
struct SentenceReader {
  let context: ArticleContext
  private var speechReader: SpeechReader

  init(context: ArticleContext) {
    self.context = context
    speechReader = SpeechReader(context: context)
  }

  mutating func read(_ sentence: Range<Int>) -> SentenceReading {
    let clauses = ClauseSplitter.split(sentence, in: context)
    let finder = TriggerFinder(context: context, sentence: sentence, clauses: clauses)
    let commitments = CommitmentReader(context: context, sentence: sentence, clauses: clauses)
    var triggers = finder.find()
    var quantities: [Int: [Int]] = [:]
    let levels = ForceLevels(context: context, sentence: sentence, clauses: clauses)
    let attached = QuantityAttacher(
      context: context, sentence: sentence, clauses: clauses, triggers: triggers
    ).attach()
    for place in attached {
      let mention = context.quantities[place.quantity]
      if let owner = place.trigger {
        let commitment = commitments.commitment(of: triggers[owner])
        if levels.isLevel(triggers[owner], mention, commitment) {
          var level = levels.trigger(at: mention.number.lowerBound, clause: place.clause)
          let verb = triggers[owner]
          level.governor = Governor(token: verb.token, reading: verb.reading, entry: verb.entry)
          triggers[owner] = level
        }
        quantities[owner, default: []].append(place.quantity)
      } else if let level = levels.trigger(for: mention, clause: place.clause) {
        quantities[triggers.count] = [place.quantity]
        triggers.append(level)
      }
    }
    let order = triggers.indices.sorted { triggers[$0].token < triggers[$1].token }
    let placed = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    triggers = order.map { triggers[$0] }
    quantities = Dictionary(
      uniqueKeysWithValues: quantities.compactMap { old, values in placed[old].map { ($0, values) }
      })
    let found = triggers.map(commitments.commitment)
    let dates = DateAttacher(
      context: context, sentence: sentence, clauses: clauses, triggers: triggers,
      commitments: found
    ).attach()
    let speech = speechReader.read(sentence, clauses: clauses, triggers: triggers)
    return SentenceReading(
      sentence: sentence, clauses: clauses, triggers: triggers,
      commitments: found, dates: dates, quantities: quantities,
      speech: speech)
  }
}
