internal import LMDB
internal import TarikhLog
internal import TarikhModel

extension ProjectionRunner {
  /// Folds batches into the rows of `role` until the log has no more; tells whether none failed.
  @discardableResult
  func advance(
    _ projection: any Projection, _ role: Checkpoint.Role,
    _ progress: (ProjectionProgress) -> Void
  ) throws(RunnerError) -> Bool {
    do throws(ViewError) {
      let head = try reading { () throws(ReadError) in try log.head() }.position
      var reached = try position(of: projection, role)
      while true {
        let events = try reading { () throws(ReadError) in
          try log.events(after: reached, limit: batchSize)
        }
        guard !events.isEmpty else { return true }
        guard let folded = try fold(events, after: reached, with: projection, role) else {
          return false
        }
        reached = folded
        progress(
          ProjectionProgress(
            projection: projection.name, isRebuilding: role == .building, position: reached,
            head: max(head, reached)))
      }
    } catch { throw .view(projection: projection.name, error) }
  }

  /// Folds one batch in one transaction; gives where the rows then are.
  ///
  /// Where an event stops the projection, the events before it are folded, the checkpoint says
  /// which it was and why, and nothing is given.
  private func fold(
    _ events: [Event], after start: Position, with projection: any Projection,
    _ role: Checkpoint.Role
  ) throws(ViewError) -> Position? {
    var current: Event?
    do throws(ViewError) {
      return try views.write { transaction throws(ViewError) in
        current = nil
        // Another process may have finished the rebuild, or begun it anew.
        guard var checkpoint = try checkpoint(of: projection, role, in: &transaction) else {
          return events.last?.position
        }
        guard checkpoint.position >= start else { return checkpoint.position }
        try apply(events, with: projection, &checkpoint, in: &transaction) { current = $0 }
        current = nil
        try views.put(checkpoint, of: projection.name, role, in: &transaction)
        return checkpoint.position
      }
    } catch {
      guard let stopped = current, let reason = error.poison else { throw error }
      let before = Array(events.prefix { $0.position < stopped.position })
      if !before.isEmpty, try fold(before, after: start, with: projection, role) == nil {
        return nil
      }
      try stop(projection, role, at: stopped, reason)
      return nil
    }
  }

  /// Folds those of `events` that the checkpoint has not seen, and moves it.
  func apply(
    _ events: [Event], with projection: any Projection, _ checkpoint: inout Checkpoint,
    in transaction: inout WriteTransaction, _ willApply: (Event) -> Void
  ) throws(ViewError) {
    let view = View(table: views.table(of: projection.name, checkpoint.generation), log: log)
    // Another process may have folded some of them meanwhile.
    for event in events where event.position > checkpoint.position {
      willApply(event)
      try projection.apply(event, to: view, in: &transaction)
      checkpoint.position = event.position
    }
  }

  private func checkpoint(
    of projection: any Projection, _ role: Checkpoint.Role,
    in transaction: inout WriteTransaction
  ) throws(ViewError) -> Checkpoint? {
    try views.checkpoint(of: projection.name, role, in: transaction)
  }

  private func stop(
    _ projection: any Projection, _ role: Checkpoint.Role, at event: Event, _ reason: String
  ) throws(ViewError) {
    try views.write { transaction throws(ViewError) in
      guard var checkpoint = try checkpoint(of: projection, role, in: &transaction),
        checkpoint.position.rawValue + 1 == event.position.rawValue
      else { return }
      checkpoint.failure = Checkpoint.Failure(event: event.address, reason: reason)
      try views.put(checkpoint, of: projection.name, role, in: &transaction)
    }
  }

  private func position(
    of projection: any Projection, _ role: Checkpoint.Role
  ) throws(ViewError) -> Position {
    try views.environment.read { transaction throws(ViewError) in
      try views.checkpoint(of: projection.name, role, in: transaction)?.position ?? .zero
    }
  }

  func reading<Value>(_ body: () throws(ReadError) -> Value) throws(ViewError) -> Value {
    do throws(ReadError) { return try body() } catch { throw .log(error) }
  }
}

extension ViewError {
  /// Why the event stops its projection; `nil` for failures that another try may not meet.
  fileprivate var poison: String? {
    switch self {
    case .rejected(let reason), .damaged(let reason): reason
    case .storage, .log, .busy: nil
    }
  }
}
