internal import LMDB
internal import TarikhModel

/// The bytes of a row: numbers in little-endian order, texts with their length.
struct RowWriter {
  private var writer = ByteWriter(capacity: 192)

  var bytes: [UInt8] { writer.written.copied }

  mutating func write(_ byte: UInt8) { writer.append(byte) }

  mutating func write(_ flag: Bool) { write(UInt8(flag ? 1 : 0)) }

  mutating func write(_ number: UInt64) { writer.append(number) }

  mutating func write(_ number: Int64) { writer.append(number) }

  mutating func write(_ position: Position) { write(position.rawValue) }

  mutating func write(_ text: String) {
    write(UInt64(text.utf8.count))
    writer.append(contentsOf: text.utf8)
  }

  mutating func write(_ raw: [UInt8]) {
    write(UInt64(raw.count))
    writer.append(contentsOf: raw)
  }

  mutating func write(_ address: EventAddress) {
    write(address.stream.rawValue)
    write(address.revision.rawValue)
  }

  /// A flag, and the value where there is one.
  mutating func write<Value>(_ value: Value?, _ body: (inout RowWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  mutating func write(_ text: String?) { write(text) { $0.write($1) } }

  mutating func write(_ number: Double?) { write(number) { $0.write($1.bitPattern) } }

  mutating func write(_ texts: [String]) {
    write(UInt64(texts.count))
    for text in texts { write(text) }
  }
}
