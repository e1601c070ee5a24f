/// The edges of a trie: an open hash table in a flat array.
struct EdgeTable: Sendable {
  private struct Edge: Sendable {
    /// The node it starts from and the word on it.
    var key: UInt64
    /// -1 where the place is free.
    var target: Int32
  }

  private var edges = [Edge](repeating: Edge(key: 0, target: -1), count: 64)
  private var count = 0

  /// The node that an edge leads to, or `nil`.
  func target(of node: Int32, along word: Int32) -> Int32? {
    let target = edges[place(of: Self.key(node, word))].target
    return target < 0 ? nil : target
  }

  /// - Precondition: no edge leads from the node along the word yet.
  mutating func insert(from node: Int32, along word: Int32, to target: Int32) {
    if count * 2 >= edges.count { grow() }
    let key = Self.key(node, word)
    edges[place(of: key)] = Edge(key: key, target: target)
    count += 1
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// Where the edge lies, or the free place where it belongs.
  private func place(of key: UInt64) -> Int {
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed >> 32) & (edges.count - 1)
    while edges[place].target >= 0, edges[place].key != key {
      place = (place + 1) & (edges.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: Edge(key: 0, target: -1), count: old.count * 2)
    for edge in old where edge.target >= 0 { edges[place(of: edge.key)] = edge }
  }
}
