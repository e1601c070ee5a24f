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
    try runner.catchUp(progress: progress)
  }

  /// Brings the views to the head where this process may write them and no other holds them.
  ///
  /// An answer says in any case at which position its view is.
  public func refreshViewsIfPossible() {
    _ = try? runner.catchUp { _ in }
  }

  /// Rebuilds views beside the live ones and swaps each in one transaction.
  ///
  /// A replay that was cut off goes on where it was, unless it is to start `fromScratch`.
  @discardableResult
  public func replay(
    _ names: [String], fromScratch: Bool, progress: (ProjectionProgress) -> Void
  ) throws(RunnerError) -> [ProjectionStatus] {
    try runner.replay(names, fromScratch: fromScratch, progress: progress)
  }

  /// A digest of every row of a view: the same log gives the same digest.
  public func viewHash(of name: String) throws(RunnerError) -> Digest {
    try runner.hash(of: name)
  }

  /// Reads every row of the views and gives the views in which one is damaged.
  ///
  /// - Complexity: O(*n*) in the bytes of the views.
  public func damagedViews() throws(RunnerError) -> [DamagedView] { try runner.damagedViews() }

  var runner: ProjectionRunner { ProjectionRunner(log: log, views: views) }
}
