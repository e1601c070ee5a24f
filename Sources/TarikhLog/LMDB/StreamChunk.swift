internal import LMDB
package import TarikhModel

/// Up to 128 consecutive events of one stream: where they are, and a fingerprint of each id.
///
/// ```text
/// 0  8  XXH3-64 of the rest, seeded with the hash of the key
/// 8  2  count
///    4  fingerprint of each event: the lowest 32 bits of its id
///       positions: the first, then each one's distance from the one before (LEB128)
/// ```
///
/// Fixed numbers are little-endian. A fingerprint that fits is confirmed by the record.
package struct StreamChunk: Hashable {
  package let first: Revision
  package private(set) var positions: [UInt64]
  package private(set) var fingerprints: [UInt32]

  package static let limit = 128
  private static let headByteCount = 10

  /// A chunk with room for events from `first` on.
  package init(from first: Revision) {
    self.first = first
    positions = []
    fingerprints = []
  }

  /// The chunk that `bytes` under `key` are; `nil` where no encoder wrote them.
  package init?(_ bytes: RawSpan, key: StreamChunkKey) {
    guard let count = Self.count(of: bytes, key: key) else { return nil }
    first = key.first
    positions = []
    positions.reserveCapacity(count + 1)
    fingerprints = Self.fingerprints(in: bytes, count: count)
    var offset = Self.headByteCount + 4 * count
    var position: UInt64 = 0
    for _ in 0..<count {
      guard let step = bytes.distance(at: &offset), step > 0 else { return nil }
      let (next, overflow) = position.addingReportingOverflow(step)
      guard !overflow, next < .max else { return nil }
      position = next
      positions.append(position)
    }
    guard offset == bytes.byteCount else { return nil }
  }

  /// How many events the stored chunk is of; `nil` where it is not what was stored.
  static func count(of bytes: RawSpan, key: StreamChunkKey) -> Int? {
    guard let stored: UInt64 = bytes.little(at: 0), let count: UInt16 = bytes.little(at: 8),
      stored == Checksum.of(bytes.extracting(droppingFirst: 8), under: key.bytes.span.bytes),
      (1...limit).contains(Int(count)), bytes.byteCount > headByteCount + 4 * Int(count)
    else { return nil }
    return Int(count)
  }

  /// The fingerprints of a stored chunk of `count` events.
  static func fingerprints(in bytes: RawSpan, count: Int) -> [UInt32] {
    (0..<count).map { bytes.little(at: headByteCount + 4 * $0) ?? 0 }
  }

  package var isFull: Bool { positions.count >= Self.limit }

  /// The revision of its last event.
  ///
  /// - Precondition: the chunk has one.
  package var last: Revision { Revision(rawValue: first.rawValue + UInt64(positions.count) - 1) }

  /// Adds the next event of the stream.
  ///
  /// - Precondition: it comes after the others, and the chunk is not full.
  package mutating func append(_ id: EventID, at position: UInt64) {
    precondition(!isFull && position > (positions.last ?? 0), "positions of a stream grow")
    positions.append(position)
    fingerprints.append(id.fingerprint)
  }

  /// The position of that revision, if it is in the chunk.
  package func position(of revision: Revision) -> UInt64? {
    guard revision >= first, revision.rawValue - first.rawValue < UInt64(positions.count) else {
      return nil
    }
    return positions[Int(revision.rawValue - first.rawValue)]
  }

  /// The value that is stored under `key`.
  package func encoded(under key: StreamChunkKey) -> [UInt8] {
    var rest: [UInt8] = []
    rest.reserveCapacity(2 + 4 * positions.count + 2 * positions.count + 16)
    rest.append(little: UInt16(positions.count))
    for fingerprint in fingerprints { rest.append(little: fingerprint) }
    var before: UInt64 = 0
    for position in positions {
      rest.append(distance: position - before)
      before = position
    }
    var value: [UInt8] = []
    value.reserveCapacity(8 + rest.count)
    value.append(little: Checksum.of(rest.span.bytes, under: key.bytes.span.bytes))
    value += rest
    return value
  }
}

extension EventID {
  /// The part of the id that a chunk keeps.
  var fingerprint: UInt32 { UInt32(truncatingIfNeeded: low) }
}
