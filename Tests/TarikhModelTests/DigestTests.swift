import TarikhModel
import Testing

struct DigestTests {
  /// FIPS 180-4 examples, as published by NIST.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `published examples of SHA-256 come out`(text: String, expected: String) {
    #expect(Digest.sha256(of: text).hexadecimal == expected)
    #expect(Digest.sha256(of: Array(text.utf8)).description == "sha256:" + expected)
    #expect(hexadecimal(Digest.sha256(of: text).bytes) == expected)
  }

  @Test func `a digest is read from what it prints and from its bytes`() {
    let digest = Digest.sha256(of: "مرفأ")
    #expect(Digest(digest.description) == digest)
    #expect(Digest("sha256:" + digest.hexadecimal.uppercased()) == digest)
    #expect(Digest(hexadecimal: digest.hexadecimal) == digest)
    #expect(Digest(bytes: digest.bytes) == digest)
  }

  @Test(arguments: [
    "", "sha256:", "sha256:00", String(repeating: "0", count: 64),
    "sha256:" + String(repeating: "g", count: 64), "sha256:" + String(repeating: "0", count: 65),
    "sha256:" + String(repeating: "0", count: 66), "md5:" + String(repeating: "0", count: 64),
    "sha256:" + String(repeating: "٠", count: 64),
  ])
  func `other text is no digest`(text: String) { #expect(Digest(text) == nil) }

  @Test func `bytes of another count are no digest`() {
    #expect(Digest(bytes: Array(repeating: 0, count: 31)) == nil)
    #expect(Digest(bytes: Array(repeating: 0, count: 33)) == nil)
  }
}

/// Values of the reference implementation's tests for RFC 6962, whose hashing RFC 9162 keeps.
struct MerkleHashTests {
  private static let leaves: [[UInt8]] = [[], [0]]

  @Test func `the root of no leaves is the hash of nothing`() {
    #expect(MerkleHash.emptyRoot == Digest.sha256(of: ""))
  }

  @Test func `leaves and nodes hash as published`() {
    let hashes = MerkleHashTests.leaves.map { MerkleHash.leaf($0.span.bytes) }
    #expect(
      hashes[0].hexadecimal == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    #expect(
      MerkleHash.node(hashes[0], hashes[1]).hexadecimal
        == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")
  }

  @Test func `a leaf made of two hashes is not their node`() {
    let (left, right) = (Digest.sha256(of: "a"), Digest.sha256(of: "b"))
    let forged = left.bytes + right.bytes
    #expect(MerkleHash.leaf(forged.span.bytes) != MerkleHash.node(left, right))
  }
}
