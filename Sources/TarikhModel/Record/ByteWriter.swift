/// Bytes that grow at the end, numbers in little-endian order.
struct ByteWriter {
  private(set) var bytes: [UInt8]

  init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  var count: Int { bytes.count }

  mutating func append(_ number: some FixedWidthInteger & BitwiseCopyable) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ digest: Digest) {
    for word in [digest.words.0, digest.words.1, digest.words.2, digest.words.3] {
      append(word.byteSwapped)
    }
  }

  mutating func append(_ id: EventID) {
    append(id.high.byteSwapped)
    append(id.low.byteSwapped)
  }

  mutating func append(contentsOf more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Zero bytes up to the next multiple of `alignment`.
  mutating func pad(to alignment: Int) {
    while !bytes.count.isMultiple(of: alignment) { bytes.append(0) }
  }

  /// Writes `number` over the bytes at `offset`, which must be there.
  mutating func overwrite(_ number: some FixedWidthInteger & BitwiseCopyable, at offset: Int) {
    withUnsafeBytes(of: number.littleEndian) {
      bytes.replaceSubrange(offset..<offset + $0.count, with: $0)
    }
  }
}
