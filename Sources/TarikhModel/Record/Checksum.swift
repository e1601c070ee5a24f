internal import CXXHash

/// XXH3-64 of records and rows, which finds damage; against intent there are the hashes.
package enum Checksum {
  /// Hashes all but the checksum itself: the bytes after it, seeded with the ones before it.
  ///
  /// `record` has at least the bytes of a header. XXH3 is specified in the xxHash repository,
  /// `doc/xxhash_spec.md`. - Complexity: O(*n*), many bytes a cycle.
  package static func of(_ record: RawSpan) -> UInt64 {
    let seed = record.number(at: 0, as: UInt64.self) ?? 0
    return record.extracting(droppingFirst: RecordLayout.Header.checksummed)
      .withUnsafeBytes { XXH3_64bits_withSeed($0.baseAddress, $0.count, seed) }
  }

  /// Hashes a value, seeded with the hash of the key that it is stored under.
  ///
  /// - Complexity: O(*n*) in the bytes of both.
  package static func of(_ value: RawSpan, under key: RawSpan) -> UInt64 {
    let seed = key.withUnsafeBytes { XXH3_64bits_withSeed($0.baseAddress, $0.count, 0) }
    return value.withUnsafeBytes { XXH3_64bits_withSeed($0.baseAddress, $0.count, seed) }
  }
}
