internal import CLMDB
internal import Synchronization

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
    return try holdingOffWriters { () throws(Failure) in
      var isSecondTry = false
      while true {
        let generation = recovery.withLock { $0.generation }
        let attempt = try gate.withTransaction { () throws(Failure) in try readOnce(body) }
        switch consume attempt {
        case .finished(let result): return result
        case .gaveUp:
          try recover(from: generation, unless: &isSecondTry, as: Failure.self)
        case .resized: try translating(to: Failure.self, adoptMapSize)
        case .full: preconditionFailure("reading fills no map")
        }
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
    var isSecondTry = false
    while true {
      let generation = recovery.withLock { $0.generation }
      let attempt = try gate.withTransaction { () throws(Failure) in try writeOnce(body) }
      switch consume attempt {
      case .finished(let result): return result
      case .gaveUp:
        try recover(from: generation, unless: &isSecondTry, as: Failure.self)
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
    /// LMDB has given up the handle: only opening the file anew helps.
    case gaveUp
    /// The map was full at that many bytes.
    case full(Int)
  }

  /// Opens the file anew for the one other try that a failed write of a meta page is worth.
  private func recover<Failure: StorageFailing>(
    from generation: Int, unless isSecondTry: inout Bool, as: Failure.Type
  ) throws(Failure) {
    guard !isSecondTry else {
      let isReadOnly = recovery.withLock { $0.isReadOnly }
      throw Failure(storage: isReadOnly ? .readOnlyFileSystem : .panic)
    }
    isSecondTry = true
    try translating(to: Failure.self) { () throws(LMDBError) in try recover(from: generation) }
  }

  private func readOnce<Result: ~Copyable, Failure: StorageFailing>(
    _ body: (borrowing ReadTransaction) throws(Failure) -> Result
  ) throws(Failure) -> Attempt<Result> {
    let transaction: ReadTransaction
    do throws(LMDBError) {
      transaction = try ReadTransaction(self)
    } catch {
      if error == .mapResized { return .resized }
      if error == .panic { return .gaveUp }
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
      try settleMetaPages()
      transaction = try WriteTransaction(self)
    } catch {
      if error == .mapResized { return .resized }
      if error == .panic { return .gaveUp }
      throw Failure(storage: explained(error))
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
