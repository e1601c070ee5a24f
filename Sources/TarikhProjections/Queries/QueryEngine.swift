internal import LMDB
public import TarikhLog
internal import TarikhModel

/// Answers questions from the views, and takes the words from the log.
///
/// Each answer is computed in one snapshot of the view and says at which positions.
public struct QueryEngine: Sendable {
  let log: any EventLog
  let views: ViewStore

  public init(log: any EventLog, views: ViewStore) {
    self.log = log
    self.views = views
  }

  /// What a question means by "known at", looked up once.
  struct Footing: Sendable {
    var position: Position
    var recorded: RecordedTime?
    var head: Position
  }

  /// Runs `body` in one snapshot of a projection's live view.
  func reading<Answer>(
    _ projection: String, _ asOf: AsOf,
    _ body: (
      inout ViewSnapshot, Footing, borrowing ReadTransaction
    ) throws(ViewError) -> Answer
  ) throws(QueryError) -> Answer {
    do throws(SnapshotFailure) {
      return try views.environment.read { transaction throws(SnapshotFailure) in
        let live = try live(projection, in: transaction)
        let footing = try footing(asOf, viewPosition: live.position)
        var snapshot = ViewSnapshot(
          table: views.table(of: projection, live.generation), viewPosition: live.position,
          position: footing.position, asOf: asOf)
        snapshot.skipped = views.skipped(by: projection).count { $0 <= footing.position }
        do throws(ViewError) { return try body(&snapshot, footing, transaction) } catch {
          throw .view(error)
        }
      }
    } catch { throw QueryError(error, projection: projection) }
  }

  func live(
    _ projection: String, in transaction: borrowing ReadTransaction
  ) throws(SnapshotFailure) -> Checkpoint {
    guard let current = views.projections.first(where: { $0.name == projection }) else {
      throw .query(.noView(projection: projection))
    }
    let found: Checkpoint?
    do throws(ViewError) {
      found = try views.checkpoint(of: projection, .live, in: transaction)
    } catch { throw .view(error) }
    guard let found else { throw .query(.noView(projection: projection)) }
    guard found.version == current.version else {
      throw .query(
        .wrongVersion(
          projection: projection, stored: found.version, current: current.version))
    }
    return found
  }

  private func footing(
    _ asOf: AsOf, viewPosition: Position
  ) throws(SnapshotFailure) -> Footing {
    var footing = Footing(position: viewPosition, recorded: nil, head: .zero)
    do throws(ReadError) {
      footing.head = try log.head().position
      switch asOf.knownAt {
      case .head: break
      case .position(let asked): footing.position = asked
      case .instant(let instant): footing.position = try log.position(at: instant)
      }
      if footing.position != .zero && footing.position <= footing.head {
        footing.recorded = try log.event(at: footing.position)?.recorded
      }
    } catch { throw .query(.log(error)) }
    guard footing.position <= footing.head else {
      throw .query(.beyondHead(footing.position, head: footing.head))
    }
    return footing
  }
}

/// What can go wrong in a snapshot, before it gets the name of its projection.
enum SnapshotFailure: StorageFailing {
  case view(ViewError)
  case query(QueryError)

  init(storage error: LMDBError) { self = .view(.storage(error)) }
}

extension QueryError {
  init(_ failure: SnapshotFailure, projection: String) {
    switch failure {
    case .query(let error): self = error
    case .view(.busy(let failure)): self = .storage(failure)
    case .view(.storage(let error)):
      self = .storage(StorageFailure(error, doing: "views"))
    case .view(.log(let error)): self = .log(error)
    case .view(.damaged(let reason)), .view(.rejected(let reason)):
      self = .damagedView(projection: projection, reason: reason)
    }
  }
}

extension AnswerFooting {
  init(
    _ snapshot: ViewSnapshot, _ footing: QueryEngine.Footing, _ leftOut: [LeftOutReason: Int]
  ) {
    let asOf = snapshot.asOf
    var leftOut = leftOut
    if snapshot.skipped > 0 { leftOut[.skipped] = snapshot.skipped }
    self.init(
      asOf: ResolvedAsOf(
        valid: asOf.valid, position: footing.position, recorded: footing.recorded,
        publishedBy: asOf.publishedBy, accordingTo: asOf.accordingTo),
      head: footing.head, viewPosition: snapshot.viewPosition, leftOut: leftOut)
  }
}
