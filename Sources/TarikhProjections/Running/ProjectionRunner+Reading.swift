internal import LMDB

extension ProjectionRunner {
  /// The rows of a live view whose keys begin with `prefix`, in the order of the keys.
  package func rows(
    of name: String, withPrefix prefix: [UInt8]
  ) throws(RunnerError) -> [ViewRow] {
    try reading(name) { (table, transaction) throws(ViewError) in
      try table.rows(withPrefix: prefix, in: transaction)
    } ?? []
  }

  /// The value under `key` in a live view.
  package func value(of name: String, forKey key: [UInt8]) throws(RunnerError) -> [UInt8]? {
    try reading(name) { (table, transaction) throws(ViewError) in
      try table.value(forKey: key, in: transaction)
    } ?? nil
  }

  /// `nil` where there is no live view yet.
  private func reading<Answer>(
    _ name: String, _ body: (RowTable, borrowing ReadTransaction) throws(ViewError) -> Answer
  ) throws(RunnerError) -> Answer? {
    let projection = try projection(named: name)
    do throws(ViewError) {
      return try views.environment.read { transaction throws(ViewError) in
        guard let live = try views.checkpoint(of: name, .live, in: transaction) else { return nil }
        return try body(views.table(of: projection.name, live.generation), transaction)
      }
    } catch { throw .view(projection: name, error) }
  }
}
