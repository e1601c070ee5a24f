internal import LMDB
internal import TarikhModel

extension QueryEngine {
  /// Runs `body` on the recorded facts of one snapshot of the state view.
  public func facts<Answer>(
    _ body: (inout FactReader) throws(ViewError) -> Answer
  ) throws(QueryError) -> Answer {
    do throws(SnapshotFailure) {
      return try views.environment.read { transaction throws(SnapshotFailure) in
        let live = try self.live(StateProjection.name, in: transaction)
        do throws(ViewError) {
          let rows = views.table(of: StateProjection.name, live.generation)
          var reader = FactReader(
            try rows.cursor(in: transaction), viewPosition: live.position)
          return try body(&reader)
        } catch { throw .view(error) }
      }
    } catch { throw QueryError(error, projection: StateProjection.name) }
  }
}
