internal import LMDB
public import TarikhModel

extension ProjectionRunner {
  /// Lets the projections that `event` has stopped take the next one.
  ///
  /// The store of views must know by ``ViewStore/skip(_:)`` that it is to be skipped, or it stops
  /// them again.
  public func goOn(past event: EventAddress) throws(RunnerError) {
    for projection in views.projections {
      do throws(ViewError) {
        try views.write { transaction throws(ViewError) in
          for role in [Checkpoint.Role.live, .building] {
            let name = projection.name
            guard var checkpoint = try views.checkpoint(of: name, role, in: transaction),
              checkpoint.failure?.event == event
            else { continue }
            checkpoint.failure = nil
            try views.put(checkpoint, of: name, role, in: &transaction)
          }
        }
      } catch { throw .view(projection: projection.name, error) }
    }
  }
}
