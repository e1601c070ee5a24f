/// How sure the source is of a date, or of one component of it.
public struct EDTFQualifier: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The value is doubted: `?`.
  public static let uncertain = EDTFQualifier(rawValue: 1)
  /// The value is an estimate: `~`.
  public static let approximate = EDTFQualifier(rawValue: 2)

  /// Reads `?`, `~`, or `%` for both.
  init?(byte: UInt8) {
    switch byte {
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "%"): self = [.uncertain, .approximate]
    default: return nil
    }
  }

  /// `?`, `~`, `%`, or nothing.
  var symbol: String {
    switch self {
    case .uncertain: "?"
    case .approximate: "~"
    case []: ""
    default: "%"
    }
  }
}
