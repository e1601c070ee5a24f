internal import EDTF
internal import TarikhModel

/// When what a row says holds, as its source gives it.
struct RowTime: Hashable, Sendable {
  /// `nil` for a recorded fact, which has days only.
  var edtf: String?
  var bounds: DayBounds
  var relation: When.Relation
  var dependsOnPublication: Bool

  init(_ when: When) {
    edtf = when.edtf.description
    bounds = when.edtf.bounds
    relation = when.relation
    dependsOnPublication = when.dependsOnPublication
  }

  /// The days of a fact, the last one inclusive.
  init(_ fact: Fact) {
    edtf = nil
    bounds = DayBounds(
      earliest: .day(fact.from), latest: fact.to.map { .day($0.advanced(by: -1)) } ?? .open)
    relation = .during
    dependsOnPublication = false
  }
}

extension RowWriter {
  mutating func write(_ time: RowTime) {
    write(time.edtf)
    write(time.bounds.earliest)
    write(time.bounds.latest)
    write(time.relation.rawValue)
    write(time.dependsOnPublication)
  }

  private mutating func write(_ bound: DayBound) {
    switch bound {
    case .open: write(UInt8(0))
    case .unknown: write(UInt8(1))
    case .day(let day):
      write(UInt8(2))
      write(Int64(day.rawValue))
    }
  }
}

extension RowReader {
  mutating func time() throws(ViewError) -> RowTime {
    try RowTime(
      edtf: try optionalText(),
      bounds: DayBounds(earliest: try bound(), latest: try bound()),
      relation: try named(When.Relation.self), dependsOnPublication: try flag())
  }

  private mutating func bound() throws(ViewError) -> DayBound {
    switch try byte() {
    case 0: .open
    case 1: .unknown
    case 2: .day(try day())
    default: throw .damaged(reason: "a bound")
    }
  }

  /// A day from which one can't count on is damage that no checksum finds: it was written so.
  private mutating func day() throws(ViewError) -> Day {
    let number = Int(try signed())
    guard number > HoldingTime.Span.always, number < HoldingTime.Span.never else {
      throw .damaged(reason: "a day")
    }
    return Day(rawValue: number)
  }
}

extension RowTime {
  init(
    edtf: String?, bounds: DayBounds, relation: When.Relation, dependsOnPublication: Bool
  ) throws(ViewError) {
    self.edtf = edtf
    self.bounds = bounds
    self.relation = relation
    self.dependsOnPublication = dependsOnPublication
  }

  /// For a reader of the answer.
  var valid: ValidTime {
    ValidTime(edtf: edtf.flatMap(EDTFExpression.init) ?? daysAsEDTF, bounds: bounds)
  }

  private var daysAsEDTF: EDTFExpression? {
    guard let first = bounds.earliest.day.flatMap(EDTFExpression.init(day:)) else { return nil }
    guard let last = bounds.latest.day else {
      return EDTFExpression.interval(from: .at(first), to: .open)
    }
    guard let end = EDTFExpression(day: last) else { return nil }
    return bounds.earliest == bounds.latest ? first : .interval(from: .at(first), to: .at(end))
  }
}
