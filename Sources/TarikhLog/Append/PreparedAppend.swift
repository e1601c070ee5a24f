internal import TarikhModel

/// An append with everything done that needs no look at the log.
///
/// Bodies are encoded and hashed, texts compared with their digests: the slow half, which runs
/// on the caller's task.
package struct PreparedAppend: Sendable {
  let stream: StreamName
  let expected: ExpectedRevision
  let events: [PreparedEvent]
  let texts: [ArticleText]
  /// What the commit will write, about: a writer gathers appends up to some amount.
  let byteCount: Int

  package init(_ append: StreamAppend, eventByteLimit: Int) throws(AppendError) {
    stream = append.stream
    expected = append.expected
    texts = append.texts
    if let wrong = texts.first(where: { !$0.isWhatItsDigestNames }) {
      throw .textDiffersFromDigest(wrong.digest)
    }
    var prepared: [PreparedEvent] = []
    prepared.reserveCapacity(append.events.count)
    if let index = Self.repetition(in: append.events) {
      throw .invalidEvent(index: index, .repeatedID)
    }
    var encoder = BodyEncoder()
    // A span lends its events; an array would copy each out.
    let events = append.events.span
    for index in events.indices {
      prepared.append(
        try PreparedEvent(events[index], by: &encoder, index: index, byteLimit: eventByteLimit))
    }
    self.events = prepared
    byteCount =
      prepared.reduce(0) { $0 + $1.body.bytes.count + 256 }
      + texts.reduce(0) { $0 + $1.text.utf8.count }
  }

  /// The index of the first event whose id an earlier one has.
  private static func repetition(in events: [NewEvent]) -> Int? {
    // Sorting the halves of some ids is much faster than hashing them.
    let halves = events.map(\.id.low).sorted()
    guard zip(halves, halves.dropFirst()).contains(where: ==) else { return nil }
    var seen: Set<EventID> = []
    return events.indices.first { !seen.insert(events[$0].id).inserted }
  }
}

/// A new event whose body is encoded.
struct PreparedEvent: Sendable {
  let id: EventID
  let body: EventBody
  let requirement: EventRequirement?

  init(
    _ event: NewEvent, by encoder: inout BodyEncoder, index: Int, byteLimit: Int
  ) throws(AppendError) {
    id = event.id
    do throws(RecordError) {
      body = try encoder.encode(event.payload)
    } catch {
      if case .tooLong(let bytes) = error {
        throw .eventTooLarge(index: index, bytes: bytes, limit: byteLimit)
      }
      throw .invalidEvent(index: index, .unencodable(error.description))
    }
    guard !body.isErased else {
      throw .invalidEvent(
        index: index, .unencodable("an erased event is restored from an export, not appended"))
    }
    requirement = body.type.mayRequire ? EventRequirement(event.payload) : nil
    guard body.bytes.count <= byteLimit else {
      throw .eventTooLarge(index: index, bytes: body.bytes.count, limit: byteLimit)
    }
  }
}

/// What must be in the log, or come with the event, for the event to make sense.
enum EventRequirement: Hashable, Sendable {
  /// The text of the article that was received.
  case text(Digest)
  /// The event whose body is to be erased.
  case target(EventAddress)

  init?(_ payload: EventPayload) {
    switch payload {
    case .articleReceived(let article): self = .text(article.text)
    case .redacted(let target, _): self = .target(target)
    case .reported, .corrected, .retracted, .articleRedated, .fact, .erased: return nil
    }
  }
}

extension EventType {
  /// Whether events of this type may have a requirement; most have none.
  fileprivate var mayRequire: Bool { self == .articleReceived || self == .redacted }
}

extension InvalidEvent {
  /// A redaction stays: it says why another event has no body.
  static let redactionOfRedaction = InvalidEvent.unencodable("a redaction is never redacted")
}

extension ArticleText {
  var isWhatItsDigestNames: Bool { Digest.sha256(of: text) == digest }
}

/// Limits that every backend shares.
public enum EventLogLimits {
  /// The most bytes that the encoded body of one event may take unless a log is told otherwise.
  ///
  /// An article's text is not part of its event and has no limit but LMDB's, about 4 GiB.
  public static let eventByteLimit = 64 << 20
}
