import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

/// The definitions of RFC 9162 written down as they stand there: the judge of the real ones.
enum RecursiveTree {
  /// MTH of section 2.1.1.
  static func root(of leaves: ArraySlice<Digest>) -> Digest {
    guard leaves.count > 1, let first = leaves.first else {
      return leaves.first ?? Digest.sha256(of: [])
    }
    _ = first
    let (left, right) = halves(leaves)
    return Digest.sha256(of: [1] + root(of: left).bytes + root(of: right).bytes)
  }

  /// PATH of section 2.1.3.1.
  static func path(_ leaf: Int, in leaves: ArraySlice<Digest>) -> [Digest] {
    guard leaves.count > 1 else { return [] }
    let (left, right) = halves(leaves)
    return leaf < left.count
      ? path(leaf, in: left) + [root(of: right)]
      : path(leaf - left.count, in: right) + [root(of: left)]
  }

  /// SUBPROOF of section 2.1.4.1.
  static func subproof(_ size: Int, in leaves: ArraySlice<Digest>, _ isWhole: Bool) -> [Digest] {
    guard size < leaves.count else { return isWhole ? [] : [root(of: leaves)] }
    let (left, right) = halves(leaves)
    return size <= left.count
      ? subproof(size, in: left, isWhole) + [root(of: right)]
      : subproof(size - left.count, in: right, false) + [root(of: left)]
  }

  private static func halves(
    _ leaves: ArraySlice<Digest>
  ) -> (ArraySlice<Digest>, ArraySlice<Digest>) {
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    return (leaves.prefix(split), leaves.dropFirst(split))
  }
}

@Suite struct `A Merkle proof` {
  private static let most = 70
  private let leaves = (0..<300).map {
    MerkleHash.leaf([UInt8($0 & 255), UInt8($0 >> 8)].span.bytes)
  }

  private func log(of count: Int) async throws -> MemoryEventLog {
    let log = MemoryEventLog(now: TestClock().now)
    try await log.append((0..<count).map { event("\($0)") }, to: "s")
    return log
  }

  @Test func `of inclusion is the RFC's for every event of every tree up to seventy`()
    async throws
  {
    let log = try await log(of: Self.most)
    let leaves = try log.all().map(\.hash)
    for size in 1...Self.most {
      let root = RecursiveTree.root(of: leaves[..<size])
      #expect(try log.treeHead(at: position(size))?.root == root)
      for index in 0..<size {
        let proof = try #require(
          try log.inclusionProof(of: position(index + 1), in: position(size)))
        #expect(proof.path == RecursiveTree.path(index, in: leaves[..<size]))
        #expect(proof.proves(leaves[index], isUnder: root), "\(index) of \(size)")
      }
    }
  }

  @Test func `of consistency is the RFC's for every two trees up to seventy`() async throws {
    let log = try await log(of: Self.most)
    let leaves = try log.all().map(\.hash)
    let roots = (0...Self.most).map { RecursiveTree.root(of: leaves[..<$0]) }
    for size in 0...Self.most {
      for old in 0...size {
        let proof = try #require(
          try log.consistencyProof(from: position(old), to: position(size)))
        let expected = old == 0 ? [] : RecursiveTree.subproof(old, in: leaves[..<size], true)
        #expect(proof.path == expected, "\(old) in \(size)")
        #expect(proof.proves(roots[size], goesOnFrom: roots[old]), "\(old) in \(size)")
      }
    }
  }

  @Test func `is for nothing but its own events, sizes and roots`() async throws {
    let log = try await log(of: 20)
    let leaves = try log.all().map(\.hash)
    let roots = (0...20).map { RecursiveTree.root(of: leaves[..<$0]) }
    for size in 1...20 {
      for index in 0..<size {
        let proof = try #require(
          try log.inclusionProof(of: position(index + 1), in: position(size)))
        for other in 0..<20 where other != index {
          #expect(!proof.proves(leaves[other], isUnder: roots[size]))
        }
        for other in 0...20 where other != size {
          #expect(!proof.proves(leaves[index], isUnder: roots[other]))
        }
      }
      for old in 1...size {
        let proof = try #require(
          try log.consistencyProof(from: position(old), to: position(size)))
        for other in 0...20 where other != old {
          #expect(!proof.proves(roots[size], goesOnFrom: roots[other]))
          #expect(other == size || !proof.proves(roots[other], goesOnFrom: roots[old]))
        }
      }
    }
  }

  @Test func `with one bit flipped, a hash more or a hash less is refused`() async throws {
    let log = try await log(of: 11)
    let leaves = try log.all().map(\.hash)
    let roots = (0...11).map { RecursiveTree.root(of: leaves[..<$0]) }
    for size in [1, 2, 3, 8, 11] {
      for index in 0..<size {
        let proof = try #require(
          try log.inclusionProof(of: position(index + 1), in: position(size)))
        for path in Self.forgeries(of: proof.path) {
          var forged = proof
          forged.path = path
          #expect(!forged.proves(leaves[index], isUnder: roots[size]), "\(index) of \(size)")
        }
        for leaf in Self.flips(of: leaves[index]) {
          #expect(!proof.proves(leaf, isUnder: roots[size]))
        }
      }
      for old in 1..<max(size, 1) {
        let proof = try #require(
          try log.consistencyProof(from: position(old), to: position(size)))
        for path in Self.forgeries(of: proof.path) {
          var forged = proof
          forged.path = path
          #expect(!forged.proves(roots[size], goesOnFrom: roots[old]), "\(old) in \(size)")
        }
      }
    }
  }

  @Test func `with hostile sizes is refused and never traps`() {
    let leaf = leaves[0]
    let sizes: [UInt64] = [0, 1, 2, 3, 1 << 32, 1 << 63, .max - 1, .max]
    let paths = [[], [leaf], Array(leaves[..<63]), Array(leaves[..<64]), Array(leaves[..<200])]
    for size in sizes {
      for other in sizes {
        for path in paths {
          let inclusion = InclusionProof(
            position: Position(rawValue: other), size: size, path: path)
          #expect(inclusion.proves(leaf, isUnder: leaf) == (size == 1 && other == 1 && path == []))
          let consistency = ConsistencyProof(from: other, to: size, path: path)
          let isTrivial = other == size && other > 0 && path == []
          #expect(consistency.proves(leaf, goesOnFrom: leaf) == isTrivial, "\(other) \(size)")
        }
      }
    }
  }

  @Test func `of a tree of some quintillions has the length that its size asks for`() {
    let root = leaves[1]
    for size: UInt64 in [1 << 63, (1 << 63) + 1, .max] {
      for leaf: UInt64 in [0, 1, size / 2, size - 1] {
        let ranges = MerkleRangeLengths.inclusion(of: leaf, in: size)
        let proof = InclusionProof(
          position: Position(rawValue: leaf + 1), size: size,
          path: Array(repeating: root, count: ranges))
        #expect(proof.root(over: root) != nil, "\(leaf) of \(size)")
      }
    }
  }

  static func forgeries(of path: [Digest]) -> [[Digest]] {
    var forged: [[Digest]] = [path + [path.last ?? MerkleHash.emptyRoot]]
    if !path.isEmpty { forged += [Array(path.dropLast()), Array(path.dropFirst())] }
    for (place, hash) in path.enumerated() {
      for flipped in flips(of: hash) {
        var copy = path
        copy[place] = flipped
        forged.append(copy)
      }
      for other in path.indices where path[other] != hash {
        var copy = path
        copy.swapAt(place, other)
        forged.append(copy)
      }
    }
    return forged
  }

  /// The digest with each of its bits flipped in turn.
  static func flips(of hash: Digest) -> [Digest] {
    (0..<256).compactMap { bit in
      var bytes = hash.bytes
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      return Digest(bytes: bytes)
    }
  }

  private func position(_ number: Int) -> Position { Position(rawValue: UInt64(number)) }
}

/// How long a proof is, counted from the tree's shape alone.
private enum MerkleRangeLengths {
  static func inclusion(of leaf: UInt64, in size: UInt64) -> Int {
    var (start, count, length) = (UInt64(0), size, 0)
    while count > 1 {
      var split: UInt64 = 1
      while split < count - split { split *= 2 }
      if leaf - start < split {
        count = split
      } else {
        (start, count) = (start + split, count - split)
      }
      length += 1
    }
    return length
  }
}
