internal import CXXHash

/// XXH3-64 of records and rows, which finds damage; against intent there are the hashes.
package enum Checksum {
  /// The checksum of a record of format 2: the hash of the bytes after it, exclusive-or the bytes
  /// before it as one number times an odd one, so that no change of those goes unnoticed.
  ///
  /// A seed would do the same and make XXH3 prepare a secret for each record. `record` has at
  /// least the bytes of a header. XXH3 is specified in the xxHash repository,
  /// `doc/xxhash_spec.md`.
  ///
  /// - Complexity: O(*n*), many bytes a cycle.
  package static func of(_ record: RawSpan) -> UInt64 {
    let head: UInt64 = record.number(at: 0) ?? 0
    let rest = record.extracting(droppingFirst: RecordLayout.Header.checksummed)
    return rest.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) } ^ head &* oddNumber
  }

  /// The checksum of a record of format 1: the hash of the bytes after it, seeded with the ones
  /// before it.
  package static func ofFormat1(_ record: RawSpan) -> UInt64 {
    let seed: UInt64 = record.number(at: 0) ?? 0
    return record.extracting(droppingFirst: RecordLayout.Header.checksummed)
      .withUnsafeBytes { XXH3_64bits_withSeed($0.baseAddress, $0.count, seed) }
  }

  /// The first of XXH64's primes.
  private static let oddNumber: UInt64 = 0x9E37_79B1_85EB_CA87

  /// Hashes a value, seeded with the hash of the key that it is stored under.
  ///
  /// - Complexity: O(*n*) in the bytes of both.
  package static func of(_ value: RawSpan, under key: RawSpan) -> UInt64 {
    let seed = key.withUnsafeBytes { XXH3_64bits_withSeed($0.baseAddress, $0.count, 0) }
    return value.withUnsafeBytes { XXH3_64bits_withSeed($0.baseAddress, $0.count, seed) }
  }

  /// Hashes a value, seeded with the hash of its key, which is seeded with that of its table.
  ///
  /// - Complexity: O(*n*) in the bytes of both.
  package static func of(_ value: RawSpan, under key: RawSpan, in table: UInt64) -> UInt64 {
    let seed = key.withUnsafeBytes { XXH3_64bits_withSeed($0.baseAddress, $0.count, table) }
    return value.withUnsafeBytes { XXH3_64bits_withSeed($0.baseAddress, $0.count, seed) }
  }

  /// What stands for a table in the checksums of its rows.
  package static func seed(of table: String) -> UInt64 {
    Array(table.utf8).span.bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  }
}
