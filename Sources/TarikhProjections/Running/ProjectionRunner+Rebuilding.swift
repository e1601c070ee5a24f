internal import LMDB
internal import TarikhLog
internal import TarikhModel

extension ProjectionRunner {
  /// Builds the view beside the live one, then swaps.
  func rebuild(
    _ projection: any Projection, fromScratch: Bool, _ progress: (ProjectionProgress) -> Void
  ) throws(RunnerError) {
    do throws(ViewError) { try begin(projection, fromScratch: fromScratch) } catch {
      throw .view(projection: projection.name, error)
    }
    guard try advance(projection, .building, progress) else { return }
    do throws(ViewError) { try swap(projection) } catch {
      throw .view(projection: projection.name, error)
    }
  }

  /// Clears the room beside the live view, unless a rebuild of this version can go on in it.
  private func begin(_ projection: any Projection, fromScratch: Bool) throws(ViewError) {
    try views.write { transaction throws(ViewError) in
      let name = projection.name
      if !fromScratch, let under = try views.checkpoint(of: name, .building, in: transaction),
        under.version == projection.version, under.failure == nil
      {
        return
      }
      let live = try views.checkpoint(of: name, .live, in: transaction)
      let generation = live?.generation.other ?? .first
      try clear(name, generation, in: &transaction)
      let start = Checkpoint(
        position: .zero, version: projection.version, generation: generation, failure: nil)
      try views.put(start, of: name, .building, in: &transaction)
    }
  }

  /// Folds what was appended meanwhile and makes the new rows the live ones, in one transaction.
  ///
  /// Nobody can fold in between, so nothing is missed: what is appended after the last read of
  /// the log lies after the checkpoint.
  private func swap(_ projection: any Projection) throws(ViewError) {
    try views.write { transaction throws(ViewError) in
      let name = projection.name
      guard var built = try views.checkpoint(of: name, .building, in: transaction) else { return }
      var events = try events(after: built.position, batchSize, upTo: limit)
      while !events.isEmpty {
        try apply(events, with: projection, &built, in: &transaction) { _ in }
        events = try self.events(after: built.position, batchSize, upTo: limit)
      }
      let live = try views.checkpoint(of: name, .live, in: transaction)
      if let live { try clear(name, live.generation, in: &transaction) }
      try views.put(built, of: name, .live, in: &transaction)
      try remove(name, .building, in: &transaction)
    }
  }

  func clear(
    _ projection: String, _ generation: Generation, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    do throws(LMDBError) {
      try transaction.clear(views.table(of: projection, generation).table)
    } catch { throw .storage(error) }
  }

  func remove(
    _ projection: String, _ role: Checkpoint.Role, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    try views.checkpoints.delete(Checkpoint.key(projection, role), in: &transaction)
  }
}
