public import TarikhModel
public import TarikhProjections

extension Timeline {
  /// The built-in views by name.
  public static let viewNames = Projections.builtIn.map(\.name)

  /// Brings every view to the log's head; cheap where nothing is new.
  ///
  /// A view of another version is rebuilt. One that an event stopped stays where it is; its
  /// status says so.
  @discardableResult
  public func updateViews(
    progress: (ProjectionProgress) -> Void = { _ in }
  ) throws(RunnerError) -> [ProjectionStatus] {
    var statuses: [ProjectionStatus] = []
    for runner in runners { statuses += try runner.catchUp(progress: progress) }
    return statuses
  }

  /// Brings the views to the head where this process may write them and no other holds them.
  ///
  /// An answer says in any case at which position its view is.
  public func refreshViewsIfPossible() {
    guard options.viewsFolder == nil else { return }
    for runner in runners { _ = try? runner.catchUp { _ in } }
  }

  /// How far each view has come, the program's own after the built-in ones.
  public func statuses() throws(RunnerError) -> [ProjectionStatus] {
    var statuses: [ProjectionStatus] = []
    for runner in runners { statuses += try runner.statuses() }
    return statuses
  }

  /// Rebuilds views beside the live ones and swaps each in one transaction.
  ///
  /// A replay that was cut off goes on where it was, unless it is to start `fromScratch`.
  @discardableResult
  public func replay(
    _ names: [String], fromScratch: Bool, progress: (ProjectionProgress) -> Void
  ) throws(RunnerError) -> [ProjectionStatus] {
    for name in names {
      try runner(of: name).replay([name], fromScratch: fromScratch, progress: progress)
    }
    return try statuses()
  }

  /// A digest of every row of a view: the same log gives the same digest.
  public func viewHash(of name: String) throws(RunnerError) -> Digest {
    try runner(of: name).hash(of: name)
  }

  /// Reads every row of the views and gives the views in which one is damaged.
  ///
  /// - Complexity: O(*n*) in the bytes of the views.
  public func damagedViews() throws(RunnerError) -> [DamagedView] {
    var damaged: [DamagedView] = []
    for runner in runners { damaged += try runner.damagedViews() }
    return damaged
  }

  var runners: [ProjectionRunner] {
    ([views] + ownViews).map { ProjectionRunner(log: log, views: $0) }
  }

  func runner(of projection: String) throws(RunnerError) -> ProjectionRunner {
    guard
      let runner = runners.first(where: { runner in
        runner.views.projections.contains { $0.name == projection }
      })
    else { throw .noSuchProjection(projection) }
    return runner
  }
}
