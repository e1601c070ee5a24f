public import TarikhModel

/// The first line of an export: what follows, and the tree head that it must add up to.
public struct ExportHeader: Codable, Hashable, Sendable {
  /// The version of the export's format.
  public var tarikhExport: Int
  /// First and last position that follow.
  public var from: UInt64
  public var until: UInt64
  /// The log's head when it was exported, and the Merkle root over all events up to it.
  public var head: UInt64
  public var root: String
  /// The one stream exported, where it is not the whole log.
  public var stream: String?
  /// What is lacking, where it was salvaged from a damaged log.
  public var salvaged: SalvageNote?

  public static let version = 1

  public init(
    from: Position, until: Position, head: Position, root: Digest, stream: StreamName?,
    salvaged: SalvageNote? = nil
  ) {
    tarikhExport = Self.version
    self.from = from.rawValue
    self.until = until.rawValue
    self.head = head.rawValue
    self.root = root.description
    self.stream = stream?.rawValue
    self.salvaged = salvaged
  }
}
