internal import TarikhModel

/// Reads what ``RowWriter`` wrote; every read is checked against the end.
struct RowReader {
  private let bytes: [UInt8]
  private var offset: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = 0
  }

  private mutating func take(_ count: Int) throws(ViewError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - offset else {
      throw .damaged(reason: "a row ends at byte \(bytes.count), before what it should hold")
    }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  mutating func byte() throws(ViewError) -> UInt8 {
    guard let byte = try take(1).first else { throw .damaged(reason: "an empty row") }
    return byte
  }

  mutating func flag() throws(ViewError) -> Bool { try byte() != 0 }

  mutating func number() throws(ViewError) -> UInt64 {
    guard let number = bytes.span.bytes.number(at: offset, as: UInt64.self) else {
      throw .damaged(reason: "a row ends at byte \(bytes.count), before what it should hold")
    }
    offset += 8
    return number
  }

  mutating func signed() throws(ViewError) -> Int64 { Int64(bitPattern: try number()) }

  mutating func position() throws(ViewError) -> Position { Position(rawValue: try number()) }

  mutating func raw() throws(ViewError) -> [UInt8] {
    guard let count = Int(exactly: try number()) else { throw .damaged(reason: "a length") }
    return Array(try take(count))
  }

  mutating func text() throws(ViewError) -> String {
    guard let count = Int(exactly: try number()) else { throw .damaged(reason: "a length") }
    let place = try take(count)
    guard let text = bytes.span.bytes.extracting(place.startIndex..<place.endIndex).text() else {
      throw .damaged(reason: "text that is not UTF-8")
    }
    return text
  }

  mutating func address() throws(ViewError) -> EventAddress {
    EventAddress(stream: try stream(), revision: Revision(rawValue: try number()))
  }

  mutating func stream() throws(ViewError) -> StreamName {
    let name = try text()
    do throws(StreamNameError) { return try StreamName(name) } catch {
      throw .damaged(reason: "a stream named \(name)")
    }
  }

  mutating func optional<Value>(
    _ body: (inout RowReader) throws(ViewError) -> Value
  ) throws(ViewError) -> Value? {
    try flag() ? try body(&self) : nil
  }

  mutating func optionalText() throws(ViewError) -> String? {
    try optional { (reader) throws(ViewError) in try reader.text() }
  }

  mutating func optionalDouble() throws(ViewError) -> Double? {
    try optional { (reader) throws(ViewError) in Double(bitPattern: try reader.number()) }
  }

  mutating func texts() throws(ViewError) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try number()) { texts.append(try text()) }
    return texts
  }

  /// A case by its raw value.
  mutating func named<Value: RawRepresentable<String>>(
    _ type: Value.Type
  ) throws(ViewError) -> Value {
    let name = try text()
    guard let value = Value(rawValue: name) else {
      throw .damaged(reason: "no \(type) is called \(name)")
    }
    return value
  }
}
