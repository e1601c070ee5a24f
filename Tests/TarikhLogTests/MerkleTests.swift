import Testing
import TarikhLog
import TarikhModel

@Suite struct `The Merkle tree` {
  /// RFC 9162, section 2.1.1, word for word: split at the largest power of two below the count.
  private func root(of leaves: ArraySlice<Digest>) -> Digest {
    guard let first = leaves.first else { return Digest.sha256(of: []) }
    guard leaves.count > 1 else { return first }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    let left = root(of: leaves[..<middle])
    let right = root(of: leaves[middle...])
    return Digest.sha256(of: [1] + left.bytes + right.bytes)
  }

  private func leaf(_ entry: [UInt8]) -> Digest { MerkleHash.leaf(entry.span.bytes) }

  @Test func `has the root that the recursive definition gives, for 0 to 130 leaves`() {
    var leaves: [Digest] = []
    var tree = MerkleFrontier()
    for count in 0...130 {
      #expect(tree.size == UInt64(count))
      #expect(tree.root == root(of: leaves[...]), "\(count) leaves")
      let added = leaf([UInt8(count), 7])
      #expect(added == Digest.sha256(of: [0, UInt8(count), 7]))
      leaves.append(added)
      tree.append(added)
    }
  }

  /// Roots of the eight entries that Certificate Transparency's implementations test with
  /// (merkle_tree_test.go of github.com/google/certificate-transparency-go).
  @Test func `has the roots of the published test vectors`() {
    let entries: [[UInt8]] = [
      [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
      Array(0x50...0x57), Array(0x60...0x6f),
    ]
    let roots = [
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    var tree = MerkleFrontier()
    for (count, root) in roots.enumerated() {
      #expect(tree.root.hexadecimal == root, "\(count) entries")
      if count < entries.count { tree.append(leaf(entries[count])) }
    }
  }

  @Test func `tells each complete subtree once, with its hash`() {
    var tree = MerkleFrontier()
    var told: [MerkleSubtree: Digest] = [:]
    let leaves = (0..<64).map { leaf([UInt8($0)]) }
    for leaf in leaves {
      tree.append(leaf) { subtree, hash in
        #expect(told.updateValue(hash, forKey: subtree) == nil)
      }
    }
    #expect(told.count == 63)
    for (subtree, hash) in told {
      let width = 1 << Int(subtree.level)
      let start = Int(subtree.index) * width
      #expect(hash == root(of: leaves[start..<start + width]))
    }
  }

  @Test func `is not made from the wrong number of subtrees`() {
    #expect(MerkleFrontier(size: 3, subtrees: [MerkleHash.emptyRoot]) == nil)
    #expect(MerkleFrontier(size: 0, subtrees: []) == MerkleFrontier())
  }
}
