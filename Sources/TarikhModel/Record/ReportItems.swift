/// The items of one list of a report, read one after another where they lie.
package struct ReportItems: ~Escapable {
  private var reader: BodyReader
  private let field: RecordField
  /// How many are left.
  package private(set) var count: Int

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan?, _ field: RecordField) throws(RecordError) {
    self.field = field
    guard let bytes else {
      reader = BodyReader(RawSpan())
      count = 0
      return
    }
    reader = BodyReader(bytes)
    count = try reader.length(field)
    // An item has a byte at least; an absent list has no bytes at all.
    guard count > 0, count < bytes.byteCount else { throw .malformed(field) }
  }

  /// The next entity id, UTF-8; `nil` after the last.
  @_lifetime(copy self)
  package mutating func nextEntity() throws(RecordError) -> RawSpan? {
    guard try begin() else { return nil }
    return try reader.utf8(field)
  }

  /// The next participant; `nil` after the last.
  @_lifetime(copy self)
  package mutating func nextParticipant() throws(RecordError) -> ParticipantView? {
    guard try begin() else { return nil }
    return try ParticipantView(&reader)
  }

  /// The next quantity; `nil` after the last.
  @_lifetime(copy self)
  package mutating func nextQuantity() throws(RecordError) -> QuantityView? {
    guard try begin() else { return nil }
    return try QuantityView(&reader)
  }

  /// Whether there is another item; throws where something follows the last.
  private mutating func begin() throws(RecordError) -> Bool {
    guard count > 0 else {
      guard reader.isAtEnd else { throw .malformed(field) }
      return false
    }
    count -= 1
    return true
  }
}

/// A participant in a record, read where it lies.
package struct ParticipantView: ~Escapable {
  package let role: Participant.Role
  /// The entity id, UTF-8.
  package let entity: RawSpan
  /// The words of the text, UTF-8.
  package let text: RawSpan

  @_lifetime(copy reader)
  init(_ reader: inout BodyReader) throws(RecordError) {
    guard let role = Participant.Role(tag: try reader.byte(.participant)) else {
      throw .malformed(.participant)
    }
    self.role = role
    entity = try reader.utf8(.participant)
    text = try reader.utf8(.participant)
  }
}

/// A quantity in a record, read where it lies.
package struct QuantityView: ~Escapable {
  package let min: Double?
  package let max: Double?
  package let comparator: Quantity.Comparator
  package let measure: Quantity.Measure
  /// What is counted, UTF-8.
  package let unit: RawSpan
  /// The entity id of whose it is, UTF-8.
  package let of: RawSpan?
  /// The words of the text, UTF-8.
  package let expression: RawSpan

  @_lifetime(copy reader)
  init(_ reader: inout BodyReader) throws(RecordError) {
    typealias Flag = RecordLayout.QuantityFlag
    guard let comparator = Quantity.Comparator(tag: try reader.byte(.quantity)),
      let measure = Quantity.Measure(tag: try reader.byte(.quantity))
    else { throw .malformed(.quantity) }
    let flags = try reader.bits(4, .quantity)
    let isSame = flags & Flag.same != 0
    guard !isSame || flags & (Flag.min | Flag.max) == Flag.min else {
      throw .malformed(.quantity)
    }
    self.comparator = comparator
    self.measure = measure
    let min =
      flags & Flag.min == 0
      ? nil : Double(bitPattern: try reader.number(.quantity, as: UInt64.self))
    self.min = min
    if isSame {
      max = min
    } else {
      max =
        flags & Flag.max == 0
        ? nil : Double(bitPattern: try reader.number(.quantity, as: UInt64.self))
    }
    unit = try reader.utf8(.quantity)
    of = flags & Flag.of == 0 ? nil : try reader.utf8(.quantity)
    expression = try reader.utf8(.quantity)
  }
}
