public import LMDB
public import TarikhModel

/// The articles in the order in which they were recorded, with what is known of their
/// publication.
public struct ArticlesProjection: Projection {
  public static let name = "articles"

  public var name: String { ArticlesProjection.name }
  public let version: UInt32 = 2
  private let ledger = Ledger(keepsReports: false, rows: { _ in [] })

  public init() {}

  public func apply(
    _ event: Event, to view: View, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    if event.payload.type == .articleReceived {
      var writer = RowWriter()
      writer.write(event.stream.rawValue)
      let key = ViewKey(.articleOrder).adding(event.position).bytes
      try view.put(writer.bytes, forKey: key, in: &transaction)
    }
    try ledger.apply(event, to: view, in: &transaction)
  }
}
