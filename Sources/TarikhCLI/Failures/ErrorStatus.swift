import Tarikh

// The one table from errors to exit codes.

extension StorageFailure {
  var status: ExitStatus {
    switch kind {
    case .busy: .busy
    case .missing: .noInput
    case .full, .readOnly, .damaged, .system: .inputOutput
    }
  }

  /// What happened, and for damage what helps.
  var explanation: String {
    kind == .damaged ? "\(description); \(StorageFailure.remedy)" : description
  }

  static let remedy =
    "tarikh verify lists all damage, tarikh salvage copies out of a damaged log what is whole"
}

extension StoreError {
  var status: ExitStatus {
    switch self {
    case .missing: .noInput
    case .notAStore, .unknownVersion: .inputOutput
    case .cannotCreate: .cannotCreate
    case .storage(_, let failure): failure.kind == .readOnly ? .cannotCreate : failure.status
    }
  }

  var explanation: String {
    guard case .storage(_, let failure) = self, failure.kind == .damaged else {
      return description
    }
    return "\(description); \(StorageFailure.remedy)"
  }
}

extension KeepingError {
  var status: ExitStatus {
    switch self {
    case .targetExists, .cannotCreate: .cannotCreate
    case .damaged: .inputOutput
    case .storage(_, let failure): failure.status
    }
  }
}

extension AppendError {
  var status: ExitStatus {
    switch self {
    case .wrongExpectedRevision: .failure
    case .eventTooLarge, .invalidEvent, .textDiffersFromDigest: .badInput
    case .storage(let failure): failure.status
    }
  }

  var explanation: String {
    switch self {
    case .wrongExpectedRevision(let expected, let actual):
      "the stream is not as expected (\(expected.words)): "
        + (actual.map { "its last revision is \($0.rawValue)" } ?? "there is no such stream")
        + "; read it and decide again"
    case .eventTooLarge(let index, let bytes, let limit):
      "event \(index + 1) has \(bytes) bytes; the log takes \(limit)"
    case .invalidEvent(let index, let reason):
      "event \(index + 1) can be part of no log: \(reason.explanation)"
    case .textDiffersFromDigest(let digest): "a text differs from its digest \(digest)"
    case .storage(let failure): failure.explanation
    }
  }
}

extension InvalidEvent {
  var explanation: String {
    switch self {
    case .repeatedID: "its id is that of an earlier event"
    case .textMissing(let digest): "its text \(digest) is not stored"
    case .noSuchTarget(let address): "it redacts \(address), which is not there"
    case .unencodable(let reason): reason
    }
  }
}

extension ExpectedRevision {
  var words: String {
    switch self {
    case .any: "any"
    case .noStream: "none"
    case .streamExists: "exists"
    case .exactly(let revision): "\(revision.rawValue)"
    }
  }
}

extension ReadError {
  var status: ExitStatus {
    switch self {
    case .damaged: .inputOutput
    case .storage(let failure): failure.status
    }
  }

  var explanation: String {
    switch self {
    case .damaged(let place, let reason):
      "the log is damaged at \(place): \(reason); \(StorageFailure.remedy)"
    case .storage(let failure): failure.explanation
    }
  }
}

extension QueryError {
  var status: ExitStatus {
    switch self {
    case .noView, .wrongVersion: .failure
    case .beyondHead: .badInput
    case .damagedView: .inputOutput
    case .log(let error): error.status
    case .storage(let failure): failure.status
    }
  }

  var explanation: String {
    switch self {
    case .noView(let projection):
      "the view \(projection) is not there yet; run: tarikh replay \(projection)"
    case .wrongVersion(let projection, let stored, let current):
      "the view \(projection) has version \(stored), this tarikh makes \(current); "
        + "run: tarikh replay \(projection)"
    case .beyondHead(let position, let head):
      "position \(position.rawValue) is beyond the log's head, \(head.rawValue)"
    case .damagedView(let projection, let reason):
      "the view \(projection) is damaged (\(reason)); the log can give it back: "
        + "tarikh replay \(projection) --from-scratch"
    case .log(let error): error.explanation
    case .storage(let failure): failure.explanation
    }
  }
}

extension RunnerError {
  var status: ExitStatus {
    switch self {
    case .noSuchProjection: .usage
    case .view(_, let error): error.status
    }
  }

  var explanation: String {
    switch self {
    case .noSuchProjection(let name): "there is no view \"\(name)\""
    case .view(let name, let error):
      "the view \(name) could not be brought up to date: \(error.explanation); the log is whole, "
        + "and the next command or tarikh replay goes on from there"
    }
  }
}

extension ViewError {
  var status: ExitStatus {
    switch self {
    case .log(let error): error.status
    case .busy: .busy
    case .storage, .damaged, .rejected: .inputOutput
    }
  }

  var explanation: String {
    switch self {
    case .storage(let error): "\(error)"
    case .busy(let failure): failure.description
    case .damaged(let reason): "its file is damaged: \(reason)"
    case .log(let error): error.explanation
    case .rejected(let reason): reason
    }
  }
}

extension TransferError {
  var status: ExitStatus {
    if case .rejected(_, .storage(let failure)) = self { return failure.status }
    return .badInput
  }
}

extension ProvingError {
  var status: ExitStatus {
    switch self {
    case .notAContinuation, .headBeyondLog, .refuted: .failure
    case .recordedLater, .headsReversed, .unreadable: .badInput
    case .damaged: .inputOutput
    }
  }
}
