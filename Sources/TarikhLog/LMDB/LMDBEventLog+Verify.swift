internal import LMDB

extension LMDBEventLog {
  public func verify(
    against heads: [TreeHead], progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) throws(ReadError) -> Verification {
    // One snapshot, although it pins pages: what was appended meanwhile is not looked at.
    try reading { transaction throws(LogFailure) in
      var check = try LogVerification(tables: tables, heads: heads, in: transaction)
      try check.events(in: transaction, progress: progress)
      try check.indexes(in: transaction)
      try check.tree(in: transaction)
      try check.texts(in: transaction)
      return try check.result(in: transaction)
    }
  }
}
