internal import CLMDB

/// The shape of a table's tree.
public struct TableStatistics: Hashable, Sendable {
  /// How many entries the table has.
  public let entries: Int
  /// How many levels the tree has; none when the table is empty.
  public let depth: Int
  /// Pages that lead to others.
  public let branchPages: Int
  /// Pages that hold entries.
  public let leafPages: Int
  /// Pages that hold values too long for a leaf.
  public let overflowPages: Int
  /// The size of a page, in bytes.
  public let pageSize: Int

  init(_ statistics: MDB_stat) {
    entries = statistics.ms_entries
    depth = Int(statistics.ms_depth)
    branchPages = statistics.ms_branch_pages
    leafPages = statistics.ms_leaf_pages
    overflowPages = statistics.ms_overflow_pages
    pageSize = Int(statistics.ms_psize)
  }

  /// What the pages take of the file, in bytes.
  public var bytes: Int { (branchPages + leafPages + overflowPages) * pageSize }
}
