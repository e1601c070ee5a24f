import EDTF
import TarikhLog
import TarikhModel

/// One append; what it appends follows from its stream and its turn there.
struct PlannedAppend: Hashable, Sendable {
  var stream: String
  /// Which append of its stream it is, from 0.
  var turn: Int
  var count = 3
  /// How long the value of each fact is, in bytes at least.
  var valueBytes = 20
  /// How long the text of the article is that the first event receives; 0 for no article.
  var textBytes = 0
  /// The revision that the one event redacts, in its own stream.
  var redacts: UInt64?

  var key: String { "\(stream) \(turn)" }

  var name: StreamName { get throws { try StreamName(stream) } }

  var texts: [ArticleText] {
    textBytes == 0 ? [] : [ArticleText(digest: .sha256(of: text), text: text)]
  }

  var events: [NewEvent] {
    get throws {
      if let redacts {
        let target = EventAddress(stream: try name, revision: Revision(rawValue: redacts))
        return [NewEvent(id: id(0), payload: .redacted(target: target, note: note))]
      }
      return (0..<count).map { index in
        NewEvent(id: id(index), payload: index == 0 && textBytes > 0 ? article : fact(index))
      }
    }
  }

  private var note: EditorialNote { EditorialNote(reason: "a source is in danger", by: "desk") }

  private var text: String {
    String(repeating: "\(key) غادرت القوات القاعدة. ", count: max(1, textBytes / 50))
  }

  private var article: EventPayload {
    .articleReceived(
      Article(
        title: key, outlet: "وكالة", url: nil, language: "ar",
        publication: Publication(date: nil, basis: .unknown, reason: nil),
        text: .sha256(of: text), length: text.unicodeScalars.count))
  }

  private func fact(_ index: Int) -> EventPayload {
    let mark = "\(key) \(index) "
    let value = String(repeating: mark, count: 1 + valueBytes / mark.utf8.count)
    let day = Day(rawValue: 19_000 + turn)
    return .fact(
      Fact(
        subject: EntityID(rawValue: "base:\(stream)"), attribute: "status", value: value,
        from: day, to: index.isMultiple(of: 2) ? nil : day.advanced(by: 30)))
  }

  private func id(_ index: Int) -> EventID {
    let words = Digest.sha256(of: "\(key) \(index)").words
    return EventID(high: words.0, low: words.1)
  }
}
