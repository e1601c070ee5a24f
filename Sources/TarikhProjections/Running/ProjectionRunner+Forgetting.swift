internal import Foundation
internal import LMDB
internal import TarikhLog
public import TarikhModel

extension ProjectionRunner {
  /// Takes out all rows that may hold what the log has erased up to `position`.
  ///
  /// Half-built views always go; live ones where they have not come so far, because an event has
  /// stopped them. They are built again by the next catch-up or replay.
  /// - Returns: the projections whose live rows are gone.
  /// - Complexity: O(*n*) in the rows that go.
  @discardableResult
  public func forgetRows(before position: Position) throws(RunnerError) -> [String] {
    var forgotten: [String] = []
    for projection in views.projections {
      do throws(ViewError) {
        if try forgetRows(of: projection.name, before: position) {
          forgotten.append(projection.name)
        }
      } catch { throw .view(projection: projection.name, error) }
    }
    return forgotten
  }

  private func forgetRows(
    of projection: String, before position: Position
  ) throws(ViewError) -> Bool {
    try views.write { transaction throws(ViewError) in
      let live = try views.checkpoint(of: projection, .live, in: transaction)
      if let live, live.position >= position {
        try clear(projection, live.generation.other, in: &transaction)
        try remove(projection, .building, in: &transaction)
        return false
      }
      try clear(projection, .first, in: &transaction)
      try clear(projection, .second, in: &transaction)
      try remove(projection, .live, in: &transaction)
      try remove(projection, .building, in: &transaction)
      return live != nil
    }
  }
}
