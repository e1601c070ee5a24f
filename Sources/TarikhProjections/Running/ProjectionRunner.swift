internal import LMDB
public import TarikhLog
public import TarikhModel

/// Keeps the views up to the log.
///
/// Works in batches, each with its checkpoint in one transaction: a crash between any two steps
/// leaves a view that is whole, only older. Several processes may run at once; each event is
/// folded once.
public struct ProjectionRunner: Sendable {
  let log: any EventLog
  package let views: ViewStore
  /// How many events a transaction folds at most.
  let batchSize: Int
  /// The last position that is folded; `nil` where there is no limit.
  let limit: Position?

  /// - Parameter limit: the last position that is folded: views of an earlier state of the log.
  public init(log: any EventLog, views: ViewStore, upTo limit: Position? = nil) {
    self.init(log: log, views: views, batchSize: 32_768, upTo: limit)
  }

  /// - Precondition: `batchSize` is positive.
  package init(log: any EventLog, views: ViewStore, batchSize: Int, upTo limit: Position? = nil) {
    precondition(batchSize > 0, "a batch has events")
    self.log = log
    self.views = views
    self.batchSize = batchSize
    self.limit = limit
  }

  /// Folds what the log has and the views lack; rebuilds views of another version.
  ///
  /// A projection that an event stops stays where it is, and the others go on: the statuses say.
  @discardableResult
  public func catchUp(
    progress: (ProjectionProgress) -> Void
  ) throws(RunnerError) -> [ProjectionStatus] {
    for projection in views.projections {
      switch try status(of: projection).state {
      case .failed: continue
      case .needsRebuild: try rebuild(projection, fromScratch: false, progress)
      case .live: try advance(projection, .live, progress)
      }
    }
    return try statuses()
  }

  /// Rebuilds views beside the live ones and swaps each in one transaction, at the head.
  ///
  /// A replay that was killed goes on where it was, unless it is to start `fromScratch`.
  @discardableResult
  public func replay(
    _ names: [String]?, fromScratch: Bool, progress: (ProjectionProgress) -> Void
  ) throws(RunnerError) -> [ProjectionStatus] {
    for name in names ?? views.projections.map(\.name) {
      try rebuild(try projection(named: name), fromScratch: fromScratch, progress)
    }
    return try statuses()
  }

  /// How far each projection has come.
  public func statuses() throws(RunnerError) -> [ProjectionStatus] {
    var statuses: [ProjectionStatus] = []
    for projection in views.projections { statuses.append(try status(of: projection)) }
    return statuses
  }

  func projection(named name: String) throws(RunnerError) -> any Projection {
    guard let found = views.projections.first(where: { $0.name == name }) else {
      throw .noSuchProjection(name)
    }
    return found
  }

  func status(of projection: any Projection) throws(RunnerError) -> ProjectionStatus {
    let (live, building) = try checkpoints(of: projection)
    var state: ProjectionStatus.State = .live
    if live == nil || live?.version != projection.version { state = .needsRebuild }
    let failure =
      live?.failure ?? (building?.version == projection.version ? building?.failure : nil)
    if let failure { state = .failed(at: failure.event, reason: failure.reason) }
    return ProjectionStatus(
      name: projection.name, version: projection.version, position: live?.position ?? .zero,
      state: state)
  }

  private func checkpoints(
    of projection: any Projection
  ) throws(RunnerError) -> (live: Checkpoint?, building: Checkpoint?) {
    do throws(ViewError) {
      return try views.environment.read { transaction throws(ViewError) in
        (
          try views.checkpoint(of: projection.name, .live, in: transaction),
          try views.checkpoint(of: projection.name, .building, in: transaction)
        )
      }
    } catch { throw .view(projection: projection.name, error) }
  }
}
