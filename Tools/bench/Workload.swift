import Tarikh
import TestSupport

/// Article streams of about thirty events with Arabic evidence, skewed subjects, and fifteen
/// corrections in a hundred.
struct Workload {
  /// The events of one stream, in order, with the text of its article.
  struct Stream {
    var name: StreamName
    var events: [NewEvent]
    var text: ArticleText
  }

  private(set) var streams: [Stream] = []
  private(set) var count = 0

  init(events: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    while count < events {
      let stream = Self.stream(number: streams.count, using: &random)
      streams.append(stream)
      count += stream.events.count
    }
  }

  static func stream(number: Int, using random: inout SplitMix64) -> Stream {
    let text = "خبر رقم \(number): غادرت القوات القاعدة يوم الخميس."
    let digest = Digest.sha256(of: text)
    let name = StreamName.article(for: digest)
    let published = Day(rawValue: 19_000 + number % 1000)
    let article = Article(
      title: "خبر \(number)", outlet: "وكالة \(number % 20)", url: nil, language: "ar",
      publication: Publication(
        date: EDTFExpression(day: published), basis: .given, reason: nil),
      text: digest, length: text.unicodeScalars.count)
    var payloads: [EventPayload] = [.articleReceived(article)]
    for revision in 1...30 {
      let report = report(on: published, text: text, using: &random)
      if revision > 4, random.next() % 100 < 15 {
        let target = EventAddress(
          stream: name, revision: Revision(rawValue: 1 + random.next() % 4))
        payloads.append(
          .corrected(
            target: target, report: report, note: EditorialNote(reason: "later figure", by: "desk"))
        )
      } else {
        payloads.append(.reported(report))
      }
    }
    let events = payloads.map { NewEvent(id: EventID(using: &random), payload: $0) }
    return Stream(name: name, events: events, text: ArticleText(digest: digest, text: text))
  }

  private static func report(
    on published: Day, text: String, using random: inout SplitMix64
  ) -> Report {
    // The square of a uniform number: a few subjects take most reports.
    let uniform = Double(random.next() % 10_000) / 10_000
    let subject = Int(uniform * uniform * 2000)
    let number = Double(100 + random.next() % 5000)
    let day = published.advanced(by: -Int(random.next() % 30))
    let state = EntityID(rawValue: "actor:state\(subject)")
    guard let date = EDTFExpression(day: day) else { preconditionFailure("\(day) is no EDTF day") }
    return Report(
      kind: .forceLevel,
      when: When(
        edtf: date, expression: "يوم الخميس", relation: .on,
        certainty: .exact, dependsOnPublication: false, relative: nil),
      modality: .asserted, polarity: .positive, aspect: nil, detail: nil,
      attribution: Attribution(
        speaker: EntityID(rawValue: "source:\(random.next() % 40)"), role: nil, channel: nil,
        verb: "قال", anonymous: true, quoted: false, via: []),
      participants: [
        Participant(role: .actor, entity: state, text: "القوات"),
        Participant(role: .place, entity: EntityID(rawValue: "place:iraq"), text: "العراق"),
      ],
      quantities: [
        Quantity(
          min: number, max: number, comparator: .equal, unit: "soldiers", measure: .stock,
          of: state, expression: "\(Int(number)) جندي")
      ],
      evidence: Evidence(
        quote: text, range: TextRange(start: 0, end: text.unicodeScalars.count), trigger: nil),
      saidIn: nil, extractor: ExtractorVersion(name: "bench", version: "1"))
  }
}
