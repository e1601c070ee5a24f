/// One EDTF date: a year, perhaps with a month or a part of the year, a day and a time of day.
public struct EDTFDate: Hashable, Sendable {
  /// A component with the qualifiers written before it (its own) and after it (its own and
  /// those of all components to its left).
  public struct Component<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let own: EDTFQualifier
    public internal(set) var group: EDTFQualifier

    init(_ value: Value, own: EDTFQualifier = [], group: EDTFQualifier = []) {
      self.value = value
      self.own = own
      self.group = group
    }
  }

  public internal(set) var year: Component<EDTFYear>
  /// A month (01…12), or a part of the year (21…41: ``EDTFSubYear``).
  public internal(set) var month: Component<MaskedNumber>?
  public internal(set) var day: Component<MaskedNumber>?
  public internal(set) var time: EDTFTime?

  init(
    year: Component<EDTFYear>, month: Component<MaskedNumber>? = nil,
    day: Component<MaskedNumber>? = nil, time: EDTFTime? = nil
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.time = time
  }

  /// The season, quarter, quadrimester or half that stands in place of the month.
  public var subYear: EDTFSubYear? {
    month?.value.exact.flatMap(EDTFSubYear.init(rawValue:))
  }

  /// All qualifiers written anywhere in the date.
  public var qualifiers: EDTFQualifier {
    var all = year.own.union(year.group)
    if let month { all.formUnion(month.own.union(month.group)) }
    if let day { all.formUnion(day.own.union(day.group)) }
    return all
  }

  var isMasked: Bool {
    year.value.isMasked || month?.value.isMasked == true || day?.value.isMasked == true
  }

  /// Whether the year is written with `Y`; such dates can't be sides of an interval.
  var isLongYear: Bool {
    if case .long = year.value { true } else { false }
  }

  /// The same date with `qualifier` after its last component; a date with a time has no place
  /// for one and stays as it is.
  func qualified(_ qualifier: EDTFQualifier) -> EDTFDate {
    var copy = self
    if time != nil { return copy }
    if day != nil {
      copy.day?.group.formUnion(qualifier)
    } else if month != nil {
      copy.month?.group.formUnion(qualifier)
    } else {
      copy.year.group.formUnion(qualifier)
    }
    return copy
  }
}

extension EDTFDate: CustomStringConvertible {
  public var description: String {
    var text = "\(year.own.symbol)\(year.value)\(year.group.symbol)"
    for component in [month, day] {
      guard let component else { break }
      text += "-\(component.own.symbol)\(component.value)\(component.group.symbol)"
    }
    if let time { text += "T\(time)" }
    return text
  }
}
