/// What a word beside a number says of it: the classes of `quantity-cues.tsv`.
struct QuantityCues: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// The classes by their names in the file, in the order of their bits.
  private static let names = [
    "label", "month", "name", "time", "between", "or", "from", "to", "count", "other", "shift",
    "vote", "killed", "wounded", "displaced", "captured", "missing",
  ]

  static let label = QuantityCues(rawValue: 1 << 0)
  static let month = QuantityCues(rawValue: 1 << 1)
  static let name = QuantityCues(rawValue: 1 << 2)
  static let time = QuantityCues(rawValue: 1 << 3)
  static let between = QuantityCues(rawValue: 1 << 4)
  static let or = QuantityCues(rawValue: 1 << 5)
  static let from = QuantityCues(rawValue: 1 << 6)
  static let to = QuantityCues(rawValue: 1 << 7)
  static let count = QuantityCues(rawValue: 1 << 8)
  static let other = QuantityCues(rawValue: 1 << 9)
  static let shift = QuantityCues(rawValue: 1 << 10)
  static let vote = QuantityCues(rawValue: 1 << 11)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The class of this name, or `nil`.
  init?(name: String) {
    guard let bit = Self.names.firstIndex(of: name) else { return nil }
    rawValue = 1 << UInt32(bit)
  }

  /// What harm the word tells of: `killed`.
  var harm: String? {
    Self.names.indices.last { $0 >= 12 && rawValue & 1 << UInt32($0) != 0 }.map { Self.names[$0] }
  }
}
