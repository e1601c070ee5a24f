internal import LMDB
package import TarikhModel

/// The key of a chunk: the stream's name, a zero byte, the first revision.
///
/// Names hold no zero byte, so the chunks of one stream lie together, in order.
package struct StreamChunkKey: Hashable {
  package let bytes: [UInt8]
  package let first: Revision

  package init(_ stream: StreamName, _ first: Revision) {
    self.init(name: stream.rawValue.utf8, first)
  }

  private init(name: some Collection<UInt8>, _ first: Revision) {
    self.first = first
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.count + 9)
    bytes += name
    bytes.append(0)
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: first.rawValue >> shift))
    }
    self.bytes = bytes
  }

  /// The key that these bytes are; `nil` where they are none.
  package init?(_ key: RawSpan) {
    guard key.byteCount > 9, let zero: UInt8 = key.little(at: key.byteCount - 9), zero == 0,
      let revision: UInt64 = key.little(at: key.byteCount - 8), revision.byteSwapped < .max
    else { return nil }
    bytes = key.copied
    first = Revision(rawValue: revision.byteSwapped)
  }

  /// The stream's name, UTF-8.
  package var name: ArraySlice<UInt8> { bytes.dropLast(9) }

  package func isOf(_ stream: StreamName) -> Bool { name.elementsEqual(stream.rawValue.utf8) }

  /// The least key behind every chunk of the stream that is named.
  package static func behind(_ name: some Collection<UInt8>) -> [UInt8] { Array(name) + [1] }
}
