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
        guard let last = events.last else { return true }
        guard try fold(events, with: projection, role) else { return false }
        reached = last.position
        progress(
          ProjectionProgress(
            projection: projection.name, isRebuilding: role == .building, position: reached,
            head: max(head, reached)))
      }
    } catch { throw .view(projection: projection.name, error) }
  }

  /// Folds one batch in one transaction.
  ///
  /// Where an event stops the projection, the events before it are folded, and the checkpoint
  /// says which it was and why.
  private func fold(
    _ events: [Event], with projection: any Projection, _ role: Checkpoint.Role
  ) throws(ViewError) -> Bool {
    var current: Event?
    do throws(ViewError) {
      try views.environment.write { transaction throws(ViewError) in
        current = nil
        guard var checkpoint = try checkpoint(of: projection, role, in: &transaction) else {
          return
        }
        try apply(events, with: projection, &checkpoint, in: &transaction) { current = $0 }
        current = nil
        try views.put(checkpoint, of: projection.name, role, in: &transaction)
      }
      return true
    } catch {
      guard let stopped = current, let reason = error.poison else { throw error }
      let before = events.prefix { $0.position < stopped.position }
      if !before.isEmpty, !(try fold(Array(before), with: projection, role)) { return false }
      try stop(projection, role, at: stopped.address, reason)
      return false
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

  /// The checkpoint to fold from; `nil` where another process has finished the rebuild.
  private func checkpoint(
    of projection: any Projection, _ role: Checkpoint.Role,
    in transaction: inout WriteTransaction
  ) throws(ViewError) -> Checkpoint? {
    try views.checkpoint(of: projection.name, role, in: transaction)
  }

  private func stop(
    _ projection: any Projection, _ role: Checkpoint.Role, at event: EventAddress,
    _ reason: String
  ) throws(ViewError) {
    try views.environment.write { transaction throws(ViewError) in
      guard var checkpoint = try checkpoint(of: projection, role, in: &transaction) else { return }
      checkpoint.failure = Checkpoint.Failure(event: event, reason: reason)
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
    case .storage, .log: nil
    }
  }
}
