internal import LMDB
public import TarikhModel

extension ProjectionRunner {
  /// A digest of every row of a projection's live view: the same log gives the same digest.
  ///
  /// Rows are length-prefixed key and value, in the order of the keys, hashed in runs of about a
  /// megabyte, each after the digest of the runs before it.
  /// - Complexity: O(*n*) in the bytes of the view.
  public func hash(of name: String) throws(RunnerError) -> Digest {
    let projection = try projection(named: name)
    do throws(ViewError) {
      return try views.environment.read { transaction throws(ViewError) in
        guard let live = try views.checkpoint(of: name, .live, in: transaction) else {
          return Digest.sha256(of: [])
        }
        return try hash(views.table(of: projection.name, live.generation), in: transaction)
      }
    } catch { throw .view(projection: name, error) }
  }

  private func hash(
    _ table: RowTable, in transaction: borrowing ReadTransaction
  ) throws(ViewError) -> Digest {
    var digest = Digest.sha256(of: [])
    var run = RowWriter()
    try table.forEachRow(withPrefix: [], in: transaction) { (row) throws(ViewError) in
      run.write(row.key.copied)
      run.write(row.value.copied)
      if run.bytes.count > 1 << 20 {
        digest = Digest.sha256(of: digest.bytes + run.bytes)
        run = RowWriter()
      }
    }
    return Digest.sha256(of: digest.bytes + run.bytes)
  }
}
