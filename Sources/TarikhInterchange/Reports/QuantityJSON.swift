public import TarikhModel

/// The shape of a number of things.
public struct QuantityJSON: Codable, Hashable, Sendable {
  @ExplicitNull public var min: Double?
  @ExplicitNull public var max: Double?
  public var comparator: String?
  public var unit: String
  public var measure: String?
  @ExplicitNull public var of: String?
  public var expression: String?

  public init(_ quantity: Quantity) {
    _min = ExplicitNull(wrappedValue: quantity.min)
    _max = ExplicitNull(wrappedValue: quantity.max)
    comparator = quantity.comparator.rawValue
    unit = quantity.unit
    measure = quantity.measure.rawValue
    _of = ExplicitNull(wrappedValue: quantity.of?.rawValue)
    expression = quantity.expression
  }

  public func value(at path: String) throws(InterchangeError) -> Quantity {
    if let min, let max, min > max {
      throw .notAllowed(path: "\(path).max", found: "\(max)", allowed: "\(min) or more, as min is")
    }
    return Quantity(
      min: min, max: max, comparator: try .named(comparator ?? "=", at: "\(path).comparator"),
      unit: unit, measure: try .named(measure ?? "stock", at: "\(path).measure"),
      of: of.map(EntityID.init(rawValue:)), expression: expression ?? "")
  }
}
