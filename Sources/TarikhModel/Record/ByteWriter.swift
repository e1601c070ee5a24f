/// Bytes that grow at the end, numbers in little-endian order.
///
/// Writes into room that is there already: asking an array to grow for each field would take
/// longer than the field.
package struct ByteWriter {
  private var room: [UInt8]
  package private(set) var count = 0

  package init(capacity: Int = 64) { room = [UInt8](repeating: 0, count: capacity) }

  /// What was written; nothing is copied where the capacity was exact.
  package var bytes: [UInt8] { count == room.count ? room : Array(room[..<count]) }

  /// What was written, where it lies.
  package var written: RawSpan {
    @_lifetime(borrow self)
    borrowing get { room.span.bytes.extracting(first: count) }
  }

  /// Begins anew in the room that is there.
  mutating func removeAll() { count = 0 }

  package mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    reserve(MemoryLayout<Number>.size)
    let place = count
    var span = room.mutableSpan
    var target = span.mutableBytes
    target.storeBytes(of: number.littleEndian, toByteOffset: place, as: Number.self)
    count += MemoryLayout<Number>.size
  }

  mutating func append(_ digest: Digest) {
    append(digest.words.0.byteSwapped)
    append(digest.words.1.byteSwapped)
    append(digest.words.2.byteSwapped)
    append(digest.words.3.byteSwapped)
  }

  mutating func append(_ id: EventID) {
    append(id.high.byteSwapped)
    append(id.low.byteSwapped)
  }

  package mutating func append(contentsOf bytes: RawSpan) {
    reserve(bytes.byteCount)
    let place = count..<count + bytes.byteCount
    // Sliced, so that the place is checked.
    room.withUnsafeMutableBytes { target in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: target[place]).copyMemory(from: $0)
      }
    }
    count = place.upperBound
  }

  package mutating func append(contentsOf bytes: [UInt8]) { append(contentsOf: bytes.span.bytes) }

  package mutating func append(contentsOf text: String.UTF8View) {
    append(contentsOf: text.span.bytes)
  }

  /// Zero bytes up to the next multiple of `alignment`.
  mutating func pad(to alignment: Int) {
    while !count.isMultiple(of: alignment) { append(UInt8(0)) }
  }

  /// Writes `number` over the bytes at `offset`, which must be there.
  mutating func overwrite<Number: FixedWidthInteger & BitwiseCopyable>(
    _ number: Number, at offset: Int
  ) {
    var span = room.mutableSpan
    var target = span.mutableBytes
    target.storeBytes(of: number.littleEndian, toByteOffset: offset, as: Number.self)
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > room.count else { return }
    let missing = count + more - room.count
    room.append(contentsOf: repeatElement(0, count: max(missing, room.count, 64)))
  }
}
