internal import LMDB
internal import TarikhLog
internal import TarikhModel

/// A view whose bytes are not what was written: a replay from scratch builds it anew.
public struct DamagedView: Hashable, Sendable {
  public var projection: String
  public var reason: String

  public init(projection: String, reason: String) {
    self.projection = projection
    self.reason = reason
  }
}

extension ProjectionRunner {
  /// Reads every row of the live views and gives the views in which one is damaged.
  ///
  /// - Parameter progress: is told the rows read so far, now and then.
  /// - Throws: what is no damage: a failing device, for one.
  /// - Complexity: O(*n*) in the bytes of the views.
  public func damagedViews(
    progress: (Int) -> Void = { _ in }
  ) throws(RunnerError) -> [DamagedView] {
    var damaged: [DamagedView] = []
    var count = 0
    for projection in views.projections {
      do throws(ViewError) {
        try views.environment.read { transaction throws(ViewError) in
          try check(projection.name, in: transaction) {
            count += 1
            if count.isMultiple(of: 4_096) { progress(count) }
          }
        }
      } catch {
        guard RunnerError.view(projection: projection.name, error).isDamage else {
          throw .view(projection: projection.name, error)
        }
        damaged.append(DamagedView(projection: projection.name, reason: error.damage))
      }
    }
    progress(count)
    return damaged
  }

  private func check(
    _ projection: String, in transaction: borrowing ReadTransaction, _ didRead: () -> Void
  ) throws(ViewError) {
    _ = try views.checkpoint(of: projection, .building, in: transaction)
    guard let live = try views.checkpoint(of: projection, .live, in: transaction) else { return }
    let table = views.table(of: projection, live.generation)
    var count = 0
    try table.forEachRow(withPrefix: [], in: transaction) { (row) throws(ViewError) in
      count += 1
      didRead()
    }
    let expected: Int
    do throws(LMDBError) { expected = try transaction.statistics(of: table.table).entries } catch {
      throw .storage(error)
    }
    guard count == expected else {
      throw .damaged(reason: "\(count) rows are found of \(expected)")
    }
  }
}

extension ViewError {
  fileprivate var damage: String {
    switch self {
    case .damaged(let reason), .rejected(let reason): reason
    case .storage(let error): error.description
    case .busy(let failure): failure.description
    case .log(let error): "\(error)"
    }
  }
}
