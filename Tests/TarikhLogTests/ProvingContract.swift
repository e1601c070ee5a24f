import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

@Suite struct `Proving` {
  @Test(arguments: Backend.allCases)
  func `an empty log has the empty head and nothing to prove`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      #expect(try log.head().tree == .empty)
      #expect(try log.treeHead(at: .zero) == .empty)
      #expect(try log.treeHead(at: 1) == nil)
      #expect(try log.leaf(at: .zero) == nil)
      #expect(try log.leaf(at: 1) == nil)
      #expect(try log.inclusionProof(of: 1, in: 1) == nil)
      let proof = try #require(try log.consistencyProof(from: .zero, to: .zero))
      #expect(proof.proves(TreeHead.empty.root, goesOnFrom: TreeHead.empty.root))
    }
  }

  @Test(arguments: Backend.allCases)
  func `asks for nothing beyond the head`(_ backend: Backend) async throws {
    try await backend.withLog { log, _ in
      try await log.append(events("a", "b", "c"), to: "s")
      let far = Position(rawValue: .max)
      for position: Position in [4, far] {
        #expect(try log.treeHead(at: position) == nil)
        #expect(try log.leaf(at: position) == nil)
        #expect(try log.inclusionProof(of: position, in: position) == nil)
        #expect(try log.inclusionProof(of: 1, in: position) == nil)
        #expect(try log.consistencyProof(from: 1, to: position) == nil)
        #expect(try log.consistencyProof(from: position, to: position) == nil)
        #expect(try log.consistencyProof(from: .zero, to: position) == nil)
      }
      #expect(try log.inclusionProof(of: .zero, in: 3) == nil)
      #expect(try log.inclusionProof(of: 3, in: 2) == nil)
      #expect(try log.consistencyProof(from: 3, to: 2) == nil)
      for subtree in [
        MerkleSubtree(level: 0, index: 3), MerkleSubtree(level: 1, index: 1),
        MerkleSubtree(level: 64, index: 0), MerkleSubtree(level: 255, index: .max),
      ] {
        #expect(try log.hashes(of: [subtree]) == nil)
      }
      #expect(try log.hashes(of: []) == [])
    }
  }

  @Test(arguments: Backend.allCases)
  func `holds at every head a log ever had, wherever its blocks end`(
    _ backend: Backend
  ) async throws {
    var random = SplitMix64(seed: .random(in: 0 ... .max))
    let seed = random
    try await backend.withLog { log, _ in
      var heads = [TreeHead.empty]
      var leaves: [Digest] = []
      for batch in [200, 55, 1, 1, 254, 1, 1, 300, 700, 23] {
        let first = leaves.count
        try await log.append((first..<first + batch).map { event("\($0)") }, to: "s")
        leaves = try log.all().map(\.hash)
        heads.append(try log.head().tree)
      }
      let sizes = [1, 2, 255, 256, 257, 511, 512, 513, 767, 768, 1024, 1280, leaves.count]
      for size in sizes + (0..<20).map({ _ in Int.random(in: 1...leaves.count, using: &random) }) {
        let head = try #require(try log.treeHead(at: Position(rawValue: UInt64(size))))
        #expect(head.root == RecursiveTree.root(of: leaves[..<size]), "\(size), \(seed)")
        for _ in 0..<20 {
          let index = Int.random(in: 0..<size, using: &random)
          let position = Position(rawValue: UInt64(index + 1))
          let proof = try #require(try log.inclusionProof(of: position, in: head.position))
          #expect(proof.proves(leaves[index], isUnder: head.root), "\(index) of \(size), \(seed)")
          let old = try #require(try log.treeHead(at: position))
          let consistency = try #require(
            try log.consistencyProof(from: old.position, to: head.position))
          #expect(consistency.proves(head.root, goesOnFrom: old.root), "\(index + 1), \(seed)")
        }
      }
      for head in heads { #expect(try log.treeHead(at: head.position) == head) }
    }
  }

  @Test(arguments: Backend.allCases)
  func `gives an event as its leaf, with its body unless that is erased`(
    _ backend: Backend
  ) async throws {
    try await backend.withLog { log, _ in
      try await log.append(
        [received("نص"), event("a", value: "secret")], texts: [text("نص")],
        to: stream("article/1"), expecting: .any)
      let before = try #require(try log.leaf(at: 2))
      try await log.append([redaction(of: address("article/1", 1))], to: "desk/main")
      for event in try log.all() {
        let leaf = try #require(try log.leaf(at: event.position))
        #expect(leaf.hash == event.hash)
        #expect(leaf.hash == Digest.sha256(of: [0] + leaf.bytes))
        #expect(leaf.hasItsBody)
        #expect((leaf.body == nil) == (event.position == 2))
        #expect(leaf.type == event.payload.type)
        #expect(leaf.stream == event.stream)
        #expect(leaf.revision == event.revision)
        #expect(leaf.recorded == event.recorded)
        #expect(leaf.id == event.id)
      }
      let erased = try #require(try log.leaf(at: 2))
      #expect(erased.bodyHash == before.bodyHash)
      #expect(before.body.map { String(decoding: $0, as: UTF8.self).contains("secret") } == true)
      let head = try log.head().tree
      let proof = try #require(try log.inclusionProof(of: 2, in: head.position))
      #expect(proof.proves(before.hash, isUnder: head.root))
    }
  }
}
