public import TarikhModel

/// How far a projection has come.
public struct ProjectionStatus: Hashable, Sendable {
  public var name: String
  /// Of the projection itself.
  public var version: UInt32
  /// The last position in its live view; `.zero` where there is none.
  public var position: Position
  public var state: State

  public enum State: Hashable, Sendable {
    /// It takes the next event when there is one.
    case live
    /// The live view was written by another version, or there is none yet.
    case needsRebuild
    /// This event stopped it; it goes on after a replay.
    case failed(at: EventAddress, reason: String)
  }

  public init(name: String, version: UInt32, position: Position, state: State) {
    self.name = name
    self.version = version
    self.position = position
    self.state = state
  }
}

/// What a running projection tells now and then.
public struct ProjectionProgress: Hashable, Sendable {
  public var projection: String
  /// Whether a view is built beside the live one.
  public var isRebuilding: Bool
  public var position: Position
  /// The log's head when the run began.
  public var head: Position

  public init(projection: String, isRebuilding: Bool, position: Position, head: Position) {
    self.projection = projection
    self.isRebuilding = isRebuilding
    self.position = position
    self.head = head
  }
}

/// Why a run ended before the head; what was committed until then stays.
public enum RunnerError: Error, Hashable, Sendable {
  /// The store of views was opened without this projection.
  case noSuchProjection(String)
  case view(projection: String, ViewError)
}
