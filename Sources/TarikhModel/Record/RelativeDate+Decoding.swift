internal import EDTF

/// Reads a relative date from a record; its bytes may be hostile.
struct RelativeDateReader: ~Escapable {
  private let bytes: RawSpan
  private var offset = 0

  @_lifetime(copy bytes)
  private init(_ bytes: RawSpan) { self.bytes = bytes }

  /// The one date that `bytes` are, to the last byte.
  static func date(in bytes: RawSpan) throws(RecordError) -> RelativeDate {
    var reader = RelativeDateReader(bytes)
    let date = try reader.date(room: EventRecord.relativeDateDepth)
    guard reader.offset == bytes.byteCount else { throw .malformed(.relativeDate) }
    return date
  }

  private mutating func date(room: Int) throws(RecordError) -> RelativeDate {
    guard let date = try optionalDate(room: room) else { throw .malformed(.relativeDate) }
    return date
  }

  /// The next date, `nil` where an open side of a span stands.
  private mutating func optionalDate(room: Int) throws(RecordError) -> RelativeDate? {
    let byte: UInt8 = try next()
    if byte == 0 { return nil }
    guard room > 0 else { throw .tooDeep }
    guard let tag = RelativeDate.Tag(rawValue: byte) else { throw .malformed(.relativeDate) }
    return try node(tag, room: room - 1)
  }

  private mutating func node(
    _ tag: RelativeDate.Tag, room: Int
  ) throws(RecordError) -> RelativeDate {
    switch tag {
    case .day: return .day(offset: try number())
    case .week: return .week(offset: try number())
    case .month: return .month(offset: try number())
    case .period: return .period(try choice(), offset: try number())
    case .weekday, .monthOfYear:
      let direction: RelativeDate.Direction = try choice()
      let number = try number()
      return tag == .weekday ? .weekday(number, direction) : .monthOfYear(number, direction)
    case .dayOfYear:
      let direction: RelativeDate.Direction = try choice()
      return .dayOfYear(month: try number(), day: try number(), direction)
    case .monthIn: return .monthIn(yearOffset: try number(), month: try number())
    case .dayOf:
      let day = try number()
      return .dayOf(try date(room: room), day: day)
    case .weekdayOf:
      let weekday = try number()
      let nth = try number()
      return .weekdayOf(try date(room: room), weekday: weekday, nth: nth)
    case .part: return .part(try choice(), of: try date(room: room))
    case .span:
      return .span(from: try optionalDate(room: room), to: try optionalDate(room: room))
    case .running: return .running(try choice(), count: try number())
    case .ago: return .ago(try choice(), count: try number())
    case .approximately: return .approximately(try date(room: room))
    case .fixed: return .fixed(try expression())
    }
  }

  private mutating func next<Number: FixedWidthInteger & BitwiseCopyable>()
    throws(RecordError) -> Number
  {
    guard let number = bytes.number(at: offset, as: Number.self) else {
      throw .malformed(.relativeDate)
    }
    offset += MemoryLayout<Number>.size
    return number
  }

  private mutating func number() throws(RecordError) -> Int {
    let number: Int64 = try next()
    return Int(number)
  }

  private mutating func choice<Choice: RecordTag>() throws(RecordError) -> Choice {
    let byte: UInt8 = try next()
    guard let choice = Choice(tag: byte) else { throw .malformed(.relativeDate) }
    return choice
  }

  private mutating func expression() throws(RecordError) -> EDTFExpression {
    let length: UInt32 = try next()
    guard let part = bytes.part(at: offset, count: Int(length)), let text = part.text() else {
      throw .malformed(.relativeDate)
    }
    offset += Int(length)
    return try EDTFExpression(recorded: text, .relativeDate)
  }
}

extension EDTFExpression {
  /// Reads the expression that stands in `field` of a record.
  init(recorded text: String, _ field: RecordField) throws(RecordError) {
    do throws(EDTFError) {
      try self.init(parsing: text)
    } catch {
      throw .malformed(field)
    }
  }
}
