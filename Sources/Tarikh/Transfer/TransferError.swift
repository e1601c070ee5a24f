public import TarikhInterchange
public import TarikhLog
public import TarikhModel

/// Why an export could not be taken over; nothing of the batch that failed was stored.
public enum TransferError: Error, Sendable {
  case notAnExport(place: String)
  case unknownVersion(place: String, Int, known: Int)
  /// An export that begins later than the log's next position.
  case partial(place: String, from: Position, expected: Position)
  /// An export of one stream is for reading: its positions leave gaps.
  case oneStream(place: String, stream: String)
  case line(place: String, InterchangeError)
  /// An `article.received` without its text, or with another.
  case textMissing(place: String)
  case rejected(place: String, RestoreError)
  /// The header names a last position beyond the head that it was taken at.
  case pastItsHead(place: String, until: Position, head: Position)
  /// A body is gone, and no redaction in a whole export says who took it, when and why.
  case erasedWithoutRedaction(place: String, EventAddress)
  /// A body is there although a redaction took it.
  case redactedBodyPresent(place: String, EventAddress)
  /// Fewer events than the header says: the file was cut off.
  case truncated(place: String, expected: Position, found: Position)
  /// A salvaged export lacks the events between: it is taken over up to there.
  case gap(place: String, after: Position, next: Position)
  /// The events do not add up to the tree head in the header.
  case wrongRoot(place: String, expected: String, found: String)
}

extension TransferError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnExport(let place):
      "\(place): does not begin with the header of a Tarikh export; "
        + "to read articles use tarikh ingest, to append events tarikh append"
    case .unknownVersion(let place, let version, let known):
      "\(place): has export version \(version); this tarikh reads \(known)"
    case .partial(let place, let from, let expected):
      "\(place): begins at position \(from.rawValue), but the store's next position is "
        + "\(expected.rawValue); import into an empty store, or export from there on"
    case .oneStream(let place, let stream):
      "\(place): holds only the stream \(stream), for reading; export the whole log to import it"
    case .line(let place, let error): "\(place): \(error)"
    case .textMissing(let place): "\(place): the article's text is missing or not a string"
    case .rejected(let place, let error): "\(place): \(error.explanation)"
    case .pastItsHead(let place, let until, let head):
      "\(place): goes up to position \(until.rawValue), but was taken at \(head.rawValue); the "
        + "header was changed"
    case .erasedWithoutRedaction(let place, let address):
      "\(place): the body of \(address) is gone, and no redaction says who took it and why; if it "
        + "was redacted while it was exported, export again"
    case .redactedBodyPresent(let place, let address):
      "\(place): redacts \(address), whose body is still there"
    case .truncated(let place, let expected, let found):
      "\(place): ends at position \(found.rawValue), but its header promises "
        + "\(expected.rawValue); the file was cut off"
    case .gap(let place, let last, let next):
      "\(place): what was salvaged lacks the events between positions \(last.rawValue) and "
        + "\(next.rawValue); it was taken over up to \(last.rawValue), the rest can only be read"
    case .wrongRoot(let place, let expected, let found):
      "\(place): its events give the tree head \(found), but its header says \(expected); "
        + "the file was changed"
    }
  }
}

extension RestoreError {
  /// What is wrong, for people.
  var explanation: String {
    switch self {
    case .wrongPosition(let position, let expected):
      "position \(position.rawValue) stands where \(expected.rawValue) should"
    case .differs(let position):
      "the store has another event at position \(position.rawValue): different histories"
    case .wrongRevision(let address, let expected):
      "\(address) stands where revision \(expected.rawValue) should"
    case .timeRunsBackwards(let position):
      "position \(position.rawValue) was recorded before its predecessor"
    case .wrongHash(let position):
      "position \(position.rawValue) does not have the hash it carries: it was changed"
    case .invalidEvent(let position, let reason):
      "position \(position.rawValue) can be part of no log: \(reason.explanation)"
    case .textDiffersFromDigest(let digest): "the text of \(digest) is another one"
    case .storage(let failure): failure.description
    }
  }
}

extension InvalidEvent {
  /// What is wrong, for people.
  var explanation: String {
    switch self {
    case .repeatedID: "its id is that of an earlier event of its stream"
    case .textMissing(let digest): "the text \(digest) of its article is missing"
    case .noSuchTarget(let address): "it redacts \(address), which is not there"
    case .unencodable(let reason): reason
    }
  }
}
