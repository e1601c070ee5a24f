internal import TarikhLog
public import TarikhModel

extension Timeline {
  /// Erases the body of the event at `address` for good; a redaction says who did it and why.
  ///
  /// An article's text goes with it, unless another article has the same. The event's place,
  /// time, type and hash stay, so the log still verifies. It cannot be undone. What is erased
  /// already is not erased again: the redaction that did it is given.
  ///
  /// The words are out of every answer at once, but not yet out of the files: call
  /// ``scrub(patience:progress:)`` after the last redaction.
  /// - Throws: ``RedactionError`` where there is nothing to redact.
  public func redact(
    _ address: EventAddress, reason: String, by: String
  ) async throws -> Redaction {
    guard let event = try log.event(at: address) else {
      throw RedactionError.noSuchEvent(address)
    }
    if case .redacted = event.payload { throw RedactionError.isRedaction(address) }
    let stillSaidBy = try addresses(sharingWordsWith: event)
    if case .erased = event.payload, let earlier = try redaction(of: address) {
      let receipt = AppendReceipt(
        revisions: earlier.revision...earlier.revision, position: earlier.position,
        wasAlreadyStored: true)
      return Redaction(target: address, receipt: receipt, stillSaidBy: stillSaidBy)
    }
    let payload = EventPayload.redacted(
      target: address, note: EditorialNote(reason: reason, by: by))
    // One event is erased once, so the redaction's own content identifies it.
    let receipt = try await log.append(
      [NewEvent(id: EventID(content: payload), payload: payload)], texts: [],
      to: address.stream, expecting: .streamExists)
    return Redaction(target: address, receipt: receipt, stillSaidBy: stillSaidBy)
  }

  /// Takes everything that was erased out of the files too, those of the views included, by
  /// overwriting all bytes that hold nothing current with zeros.
  ///
  /// Brings the views up to date first, so that their rows of erased events go; views that an
  /// event keeps from it lose all rows. Waits at most for `patience` for readers of an older
  /// state: where that is not enough the answer is not complete and names their processes.
  ///
  /// Out of reach are exports and backups made before, what the file system or the device keep,
  /// and the memory of processes that wrote the words and go on writing.
  /// - Complexity: O(*n*) in the bytes of the files. Appends wait meanwhile.
  public func scrub(
    patience: Duration, progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws -> Scrubbing {
    let head = try log.head().position
    var viewFailure: (any Error)?
    do {
      try updateViews()
      for runner in runners { try runner.forgetRows(before: head) }
      OwnViews.discardStrangers(in: folder, keeping: options.projections)
    } catch {
      // The log comes first, whatever is wrong with the views.
      viewFailure = error
    }
    let result = try storage.scrub(
      timeout: options.busyTimeout, patience: patience, progress: progress)
    if let viewFailure { throw viewFailure }
    return try ([views] + ownViews).reduce(result) {
      $0.joined(with: try $1.scrub(patience: patience, progress: progress))
    }
  }

  /// The redaction that erased the event at `address`.
  private func redaction(of address: EventAddress) throws -> Event? {
    var position = Position.zero
    while true {
      let events = try log.events(after: position, limit: 500)
      guard let last = events.last else { return nil }
      if let found = events.first(where: { $0.payload.redacted == address }) { return found }
      position = last.position
    }
  }
}

extension EventPayload {
  fileprivate var redacted: EventAddress? {
    if case .redacted(let target, _) = self { target } else { nil }
  }
}
