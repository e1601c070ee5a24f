/// Classes of nouns and names: what the `needs` and `not` of a lexicon entry refer to.
package struct NounClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt128

  package init(rawValue: UInt128) { self.rawValue = rawValue }

  private init(bit: Int) { rawValue = 1 << bit }

  static let area = NounClasses(bit: 0)
  static let base = NounClasses(bit: 1)
  static let place = NounClasses(bit: 2)
  static let city = NounClasses(bit: 3)
  static let state = NounClasses(bit: 4)
  static let institution = NounClasses(bit: 5)
  static let alliance = NounClasses(bit: 6)
  static let mission = NounClasses(bit: 7)
  static let campaign = NounClasses(bit: 8)
  static let office = NounClasses(bit: 9)
  static let person = NounClasses(bit: 10)
  static let document = NounClasses(bit: 11)
  static let accord = NounClasses(bit: 12)
  static let source = NounClasses(bit: 13)
  static let media = NounClasses(bit: 14)
  static let force = NounClasses(bit: 15)
  static let number = NounClasses(bit: 16)
  static let ceasefire = NounClasses(bit: 17)
  static let law = NounClasses(bit: 18)
  static let influence = NounClasses(bit: 19)
  static let delegation = NounClasses(bit: 20)

  /// The classes that rules name, in the order of their bits; the data files add their own.
  private static let ruled = [
    "area", "base", "place", "city", "state", "institution", "alliance", "mission", "campaign",
    "office", "person", "document", "accord", "source", "media", "force", "number", "ceasefire",
    "law", "influence", "delegation",
  ]

  /// Gives every name of a class its bit.
  struct Names {
    private var bits = Dictionary(
      uniqueKeysWithValues: NounClasses.ruled.enumerated().map { ($1, $0) })

    /// The class of a name, new ones included; `nil` when there are more than 128.
    mutating func named(_ name: String) -> NounClasses? {
      let bit = bits[name] ?? bits.count
      guard bit < UInt128.bitWidth else { return nil }
      bits[name] = bit
      return NounClasses(bit: bit)
    }

    /// The classes of a list of names.
    mutating func named(_ names: [String]) -> NounClasses? {
      var classes: NounClasses = []
      for name in names {
        guard let found = named(name) else { return nil }
        classes.formUnion(found)
      }
      return classes
    }
  }
}
