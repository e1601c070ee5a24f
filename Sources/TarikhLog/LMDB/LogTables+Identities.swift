internal import LMDB
internal import TarikhModel

extension LogTables {
  /// The revision in the stream that has each of the ids, or `nil`.
  ///
  /// - Complexity: O(*r*) in the revisions of the stream, four bytes each, and a look at the record
  ///   for each fingerprint that fits; nothing for a new stream.
  func revisions(
    of ids: [EventID], in stream: StreamName,
    transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(LogFailure) -> [Revision?] {
    var known = [Revision?](repeating: nil, count: ids.count)
    let sought = FingerprintSearch(ids)
    try forEachStoredChunk(of: stream, from: .zero, in: transaction) {
      (key, value, count) throws(LogFailure) in
      guard sought.mayBeAmong(StreamChunk.fingerprints(in: value, count: count)) else {
        return true
      }
      let chunk = try chunk(key, value)
      for (place, fingerprint) in chunk.fingerprints.enumerated() {
        for index in sought.indices(of: fingerprint) {
          let record = try record(at: chunk.positions[place], in: transaction)
          let view = try view(at: chunk.positions[place], record)
          guard view.id == ids[index] else { continue }
          known[index] = Revision(rawValue: chunk.first.rawValue + UInt64(place))
        }
      }
      return true
    }
    return known
  }
}

/// Which of some ids have a fingerprint: few by looking at each, many through a table.
private struct FingerprintSearch {
  private let fingerprints: [UInt32]
  private let table: [UInt32: [Int]]

  private static let few = 4

  init(_ ids: [EventID]) {
    fingerprints = ids.map(\.fingerprint)
    guard ids.count > Self.few else {
      table = [:]
      return
    }
    table = Dictionary(grouping: fingerprints.indices) { [fingerprints] in fingerprints[$0] }
  }

  func mayBeAmong(_ others: [UInt32]) -> Bool {
    if fingerprints.count == 1 { return others.contains(fingerprints[0]) }
    return others.contains { !indices(of: $0).isEmpty }
  }

  func indices(of fingerprint: UInt32) -> [Int] {
    guard fingerprints.count <= Self.few else { return table[fingerprint] ?? [] }
    guard fingerprints.contains(fingerprint) else { return [] }
    return fingerprints.indices.filter { fingerprints[$0] == fingerprint }
  }
}
