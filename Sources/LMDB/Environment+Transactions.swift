internal import CLMDB

extension Environment {
  /// Runs `body` on one unchanging snapshot of the data.
  ///
  /// Never waits for a writer. Pages that the snapshot needs can't be reused while it is open, so
  /// a long read lets the file grow: read in batches.
  ///
  /// - Precondition: this thread is in no other transaction of this environment.
  /// - Throws: what `body` throws, and LMDB's failures as `Failure`.
  public func read<Result: ~Copyable, Failure: StorageFailing>(
    _ body: (borrowing ReadTransaction) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    gate.claimThread(for: "read(_:)")
    defer { gate.releaseThread() }
    while true {
      let attempt = try gate.withTransaction { () throws(Failure) in try readOnce(body) }
      switch consume attempt {
      case .finished(let result): return result
      case .resized: try translating(to: Failure.self, adoptMapSize)
      case .full: preconditionFailure("reading fills no map")
      }
    }
  }

  /// Runs `body` in the one write transaction and commits it; a throw takes everything back.
  ///
  /// Waits for other writers, of this and other processes.
  ///
  /// When the map is full it is enlarged and `body` runs **again from the start**, on the data as
  /// they were: a body has to give the same result when it is run twice, so it must not change
  /// what it has captured except by overwriting it.
  ///
  /// - Precondition: this thread is in no other transaction of this environment.
  /// - Throws: what `body` throws, and LMDB's failures as `Failure`; the disk being full is
  ///   ``LMDBError/noSpace``. Nothing is written then.
  public func write<Result: ~Copyable, Failure: StorageFailing>(
    _ body: (inout WriteTransaction) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    gate.claimThread(for: "write(_:)")
    defer { gate.releaseThread() }
    gate.beginWriting()
    defer { gate.endWriting() }
    while true {
      let attempt = try gate.withTransaction { () throws(Failure) in try writeOnce(body) }
      switch consume attempt {
      case .finished(let result): return result
      case .resized: try translating(to: Failure.self, adoptMapSize)
      case .full(let size):
        try translating(to: Failure.self) { () throws(LMDBError) in try growMap(from: size) }
      }
    }
  }

  /// What became of one run of a body.
  private enum Attempt<Result: ~Copyable>: ~Copyable {
    case finished(Result)
    /// The data of another process lie beyond the map.
    case resized
    /// The map was full at that many bytes.
    case full(Int)
  }

  private func readOnce<Result: ~Copyable, Failure: StorageFailing>(
    _ body: (borrowing ReadTransaction) throws(Failure) -> Result
  ) throws(Failure) -> Attempt<Result> {
    let transaction: ReadTransaction
    do throws(LMDBError) {
      transaction = try ReadTransaction(self)
    } catch {
      if error == .mapResized { return .resized }
      throw Failure(storage: error)
    }
    return .finished(try body(transaction))
  }

  private func writeOnce<Result: ~Copyable, Failure: StorageFailing>(
    _ body: (inout WriteTransaction) throws(Failure) -> Result
  ) throws(Failure) -> Attempt<Result> {
    var transaction: WriteTransaction
    let size: Int
    do throws(LMDBError) {
      size = try mapSize
      transaction = try WriteTransaction(self)
    } catch {
      if error == .mapResized { return .resized }
      throw Failure(storage: error)
    }
    let result: Result
    do throws(Failure) {
      result = try body(&transaction)
    } catch {
      // The body's own error hides what LMDB said; the transaction remembers.
      if transaction.hasFilledMap { return .full(size) }
      throw error
    }
    if transaction.hasFilledMap { return .full(size) }
    do throws(LMDBError) {
      try transaction.commit()
    } catch {
      if error == .mapFull { return .full(size) }
      throw Failure(storage: explained(error))
    }
    return .finished(result)
  }
}
