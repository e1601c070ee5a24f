extension EDTFParser {
  /// The whole text as one expression.
  mutating func expression() throws(Failure) -> EDTFSyntax {
    let syntax: EDTFSyntax =
      if skip("[") {
        .set(try set(.oneOf, closing: "]"))
      } else if skip("{") {
        .set(try set(.allOf, closing: "}"))
      } else {
        try dateOrInterval()
      }
    guard isAtEnd else { throw failure() }
    return syntax
  }

  private mutating func dateOrInterval() throws(Failure) -> EDTFSyntax {
    let start: EDTFInterval.Side
    if skip("/") {
      return .interval(try interval(from: .unknown))
    } else if skipDots() {
      if skip("/") { return .interval(try interval(from: .open)) }
      start = .dateOrBeyond(try calendarDate())
    } else {
      let date = try date(allowingTime: true)
      if isAtEnd || date.time != nil || date.isLongYear { return .date(date) }
      start = .date(date)
    }
    try expect("/")
    return .interval(try interval(from: start))
  }

  private mutating func interval(from start: EDTFInterval.Side) throws(Failure) -> EDTFInterval {
    let place = position
    let end: EDTFInterval.Side
    if isAtEnd {
      end = .unknown
    } else if skipDots() {
      end = .open
    } else {
      let date = try calendarDate()
      end = skipDots() ? .dateOrBeyond(date) : .date(date)
    }
    let interval = EDTFInterval(start: start, end: end)
    guard interval.bounds != nil else { throw failure(at: place) }
    return interval
  }

  /// A date that can be a side of an interval: no time, and no year with `Y`.
  private mutating func calendarDate() throws(Failure) -> EDTFDate {
    let place = position
    let date = try date(allowingTime: false)
    guard !date.isLongYear else { throw failure(at: place) }
    return date
  }

  private mutating func set(
    _ kind: EDTFSet.Kind, closing: Unicode.Scalar
  ) throws(Failure) -> EDTFSet {
    var members: [EDTFSet.Member] = []
    repeat {
      let place = position
      let member = try self.member(isFirst: members.isEmpty)
      guard member.bounds != nil else { throw failure(at: place) }
      members.append(member)
      if case .from = member { break }
    } while skip(",")
    try expect(closing)
    return EDTFSet(kind: kind, members: members)
  }

  private mutating func member(isFirst: Bool) throws(Failure) -> EDTFSet.Member {
    if isFirst, skipDots() { return .upTo(try date(allowingTime: false)) }
    let first = try date(allowingTime: false)
    guard skipDots() else { return .date(first) }
    if next == UInt8(ascii: "]") || next == UInt8(ascii: "}") { return .from(first) }
    return .range(first, try date(allowingTime: false))
  }
}
