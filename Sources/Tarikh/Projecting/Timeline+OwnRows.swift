public import TarikhProjections

extension Timeline {
  /// The rows of a view whose keys begin with `prefix`, in the order of the keys, in one snapshot.
  ///
  /// - Complexity: O(log *n* + *m*) in the rows that are given.
  public func rows(
    of projection: String, withPrefix prefix: [UInt8] = []
  ) throws(RunnerError) -> [ViewRow] {
    try runner(of: projection).rows(of: projection, withPrefix: prefix)
  }

  /// The value under `key` in a view; `nil` where there is none.
  ///
  /// - Complexity: O(log *n*).
  public func value(
    of projection: String, forKey key: [UInt8]
  ) throws(RunnerError) -> [UInt8]? {
    try runner(of: projection).value(of: projection, forKey: key)
  }
}
