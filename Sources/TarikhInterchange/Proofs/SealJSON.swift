public import TarikhModel

/// The shape of a seal: a log's tree head, to be published or timestamped elsewhere.
///
/// It holds no secret: nobody learns from it what the log says.
///
/// ```json
/// {"tarikhSeal": 1, "position": 41, "root": "sha256:<64 hexadecimal digits>",
///  "recorded": "2026-11-23T08:11:08.123456Z"}
/// ```
///
/// `position` is that of the last event and `recorded` its time (`null` in an empty log); `root`
/// is the RFC 9162 root over the leaves of all events up to it.
public struct SealJSON: Codable, Hashable, Sendable {
  public static let version = 1

  public var tarikhSeal: Int
  public var position: UInt64
  public var root: String
  @ExplicitNull public var recorded: String?

  public init(position: Position, root: Digest, recorded: RecordedTime?) {
    tarikhSeal = Self.version
    self.position = position.rawValue
    self.root = root.description
    _recorded = ExplicitNull(wrappedValue: recorded?.description)
  }
}
