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
      while true {
        guard let step = try fold(upTo: limit, with: projection, role) else { return false }
        if step.folded > 0 {
          progress(
            ProjectionProgress(
              projection: projection.name, isRebuilding: role == .building,
              position: step.position, head: max(head, step.position)))
        }
        if step.folded == 0 { return true }
      }
    } catch { throw .view(projection: projection.name, error) }
  }

  /// What one transaction did.
  private struct Step {
    var position: Position
    var folded: Int
  }

  /// Folds one batch in one transaction; gives how far the rows then are.
  ///
  /// Where an event stops the projection, the events before it are folded, the checkpoint says
  /// which it was and why, and nothing is given.
  private func fold(
    upTo limit: Position?, with projection: any Projection, _ role: Checkpoint.Role
  ) throws(ViewError) -> Step? {
    var current: Event?
    do throws(ViewError) {
      return try views.write { transaction throws(ViewError) in
        current = nil
        // Another process may have finished the rebuild, or begun it anew.
        guard var checkpoint = try checkpoint(of: projection, role, in: &transaction) else {
          return Step(position: .zero, folded: 0)
        }
        var step = Step(position: checkpoint.position, folded: 0)
        while step.folded < batchSize {
          let events = try events(after: step.position, batchSize - step.folded, upTo: limit)
          guard !events.isEmpty else { break }
          try apply(events, with: projection, &checkpoint, in: &transaction) { current = $0 }
          step.position = checkpoint.position
          step.folded += events.count
        }
        current = nil
        if step.folded > 0 {
          try views.put(checkpoint, of: projection.name, role, in: &transaction)
        }
        return step
      }
    } catch {
      guard let stopped = current, let reason = error.poison else { throw error }
      let last = Position(rawValue: stopped.position.rawValue - 1)
      guard try fold(upTo: last, with: projection, role) != nil else { return nil }
      try stop(projection, role, at: stopped, reason)
      return nil
    }
  }

  /// At most `count` events, few enough that they take little memory.
  func events(
    after position: Position, _ count: Int, upTo limit: Position?
  ) throws(ViewError) -> [Event] {
    let count = min(count, ProjectionRunner.readSize)
    let events = try reading { () throws(ReadError) in
      try log.events(after: position, limit: count)
    }
    guard let limit else { return events }
    return Array(events.prefix { $0.position <= limit })
  }

  private static let readSize = 1024

  /// Folds those of `events` that the checkpoint has not seen, and moves it.
  func apply(
    _ events: [Event], with projection: any Projection, _ checkpoint: inout Checkpoint,
    in transaction: inout WriteTransaction, _ willApply: (Event) -> Void
  ) throws(ViewError) {
    let view = View(table: views.table(of: projection.name, checkpoint.generation), log: log)
    let skipped = views.skipped(by: projection.name)
    // Another process may have folded some of them meanwhile.
    for event in events where event.position > checkpoint.position {
      willApply(event)
      if !skipped.contains(event.position) {
        try projection.apply(event, to: view, in: &transaction)
      }
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
