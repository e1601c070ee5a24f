public import LMDB
public import TarikhModel

/// All reports by the day on which they can first hold: what `timeline` reads.
public struct TimelineProjection: Projection {
  public static let name = "timeline"

  public var name: String { TimelineProjection.name }
  public let version: UInt32 = 2
  private let ledger = Ledger(keepsReports: true, rows: ReportRow.rows(of:))

  public init() {}

  public func apply(
    _ event: Event, to view: View, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    try ledger.apply(event, to: view, in: &transaction)
  }
}
