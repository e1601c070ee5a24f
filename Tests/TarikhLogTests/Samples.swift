import EDTF
import Foundation
import Synchronization
import TarikhLog
public import TarikhModel
import TestSupport

/// A clock that advances a microsecond at every look, or stands where it is set.
final class TestClock: Sendable {
  private let time = Mutex<Int64>(1_700_000_000_000_000)

  var now: @Sendable () -> RecordedTime {
    {
      self.time.withLock { time in
        time += 1
        return RecordedTime(rawValue: time)
      }
    }
  }

  /// The next look gives one more than this.
  func set(_ instant: RecordedTime) { time.withLock { $0 = instant.rawValue } }
}

/// What several tasks find, gathered.
final class Gathered<Element: Sendable>: Sendable {
  private let contents = Mutex<[Element]>([])

  func add(_ element: Element) { contents.withLock { $0.append(element) } }

  var all: [Element] { contents.withLock { $0 } }
}

func stream(_ name: String) -> StreamName {
  do { return try StreamName(name) } catch { preconditionFailure("\(error)") }
}

func address(_ name: String, _ revision: UInt64) -> EventAddress {
  EventAddress(stream: stream(name), revision: Revision(rawValue: revision))
}

/// An identity that a short text stands for.
func id(_ text: String) -> EventID {
  let words = Digest.sha256(of: text).words
  return EventID(high: words.0, low: words.1)
}

/// A new event with the identity that `name` stands for.
func event(_ name: String, value: String? = nil) -> NewEvent {
  NewEvent(id: id(name), payload: .fact(fact(value ?? name)))
}

func events(_ names: String...) -> [NewEvent] { names.map { event($0) } }

func fact(_ value: String) -> Fact {
  Fact(
    subject: EntityID(rawValue: "base:sample"), attribute: "status", value: value,
    from: Day(rawValue: 20_000), to: nil)
}

let note = EditorialNote(reason: "a test", by: "tester")

func text(_ text: String) -> ArticleText { ArticleText(digest: .sha256(of: text), text: text) }

/// The event that receives an article with this text.
func received(_ text: String, id name: String = "received") -> NewEvent {
  let article = Article(
    title: "عنوان", outlet: nil, url: nil, language: "ar",
    publication: Publication(date: nil, basis: .unknown, reason: nil), text: .sha256(of: text),
    length: text.unicodeScalars.count)
  return NewEvent(id: id(name), payload: .articleReceived(article))
}

func redaction(of target: EventAddress, id name: String = "redaction") -> NewEvent {
  NewEvent(id: id(name), payload: .redacted(target: target, note: note))
}

extension Revision: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: UInt64) { self.init(rawValue: value) }
}

extension Position: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: UInt64) { self.init(rawValue: value) }
}
