public import LMDB
public import TarikhModel

/// The claims of all reports and facts, by subject and attribute: what `as-of` and `history` read.
public struct StateProjection: Projection {
  public static let name = "state"

  public var name: String { StateProjection.name }
  public let version: UInt32 = 2
  private let ledger = Ledger(keepsReports: true, rows: ClaimRow.rows(of:))

  public init() {}

  public func apply(
    _ event: Event, to view: View, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    try ledger.apply(event, to: view, in: &transaction)
  }
}
