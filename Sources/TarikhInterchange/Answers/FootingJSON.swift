internal import EDTF
internal import TarikhModel
public import TarikhProjections

/// The shape of the times that a question was asked at.
public struct AsOfJSON: Codable, Hashable, Sendable {
  @ExplicitNull public var valid: String?
  public var knownAt: KnownAtJSON
  @ExplicitNull public var publishedBy: String?
  @ExplicitNull public var accordingTo: String?

  /// A position of the log and when it was recorded.
  public struct KnownAtJSON: Codable, Hashable, Sendable {
    public var position: UInt64
    @ExplicitNull public var recorded: String?

    public init(_ asOf: ResolvedAsOf) {
      position = asOf.position.rawValue
      _recorded = ExplicitNull(wrappedValue: asOf.recorded?.description)
    }
  }

  public init(_ asOf: ResolvedAsOf) {
    _valid = ExplicitNull(wrappedValue: asOf.valid?.description)
    knownAt = KnownAtJSON(asOf)
    _publishedBy = ExplicitNull(wrappedValue: asOf.publishedBy?.description)
    _accordingTo = ExplicitNull(wrappedValue: asOf.accordingTo)
  }
}

extension AnswerFooting {
  /// The reasons by name.
  var leftOutJSON: [String: Int] {
    Dictionary(uniqueKeysWithValues: leftOut.map { ($0.key.rawValue, $0.value) })
  }
}
