import LMDB
import TestSupport
import Testing

@Suite struct KeyTests {
  @Test func `a key of two numbers is these sixteen bytes`() {
    let key = BigEndianKey([1, 258])
    #expect(key.bytes.copied == [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 2])
  }

  @Test func `the order of the bytes is the order of the numbers`() {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = SplitMix64(seed: seed)
    for _ in 1...1_000 {
      let numbers = (0..<4).map { _ in generator.next() >> (generator.next() % 64) }
      let left = BigEndianKey([numbers[0], numbers[1]])
      let right = BigEndianKey([numbers[2], numbers[3]])
      let expected = (numbers[0], numbers[1]) < (numbers[2], numbers[3])
      #expect(left.bytes.precedes(right.bytes) == expected, "seed \(seed)")
    }
  }

  @Test func `the numbers are read back and other lengths are not`() {
    let key = BigEndianKey([7, .max])
    let numbers = BigEndianKey<2>.numbers(in: key.bytes)
    #expect(numbers?[0] == 7)
    #expect(numbers?[1] == .max)
    #expect(BigEndianKey<1>.numbers(in: key.bytes) == nil)
    #expect(BigEndianKey<2>.numbers(in: bytes("short").span.bytes) == nil)
  }

  @Test(arguments: ["", "a", "ab", "b", "ba", "\u{0}", "é"], ["", "a", "ab", "b", "ba", "é"])
  func `spans compare as arrays of bytes do`(left: String, right: String) {
    let (left, right) = (bytes(left), bytes(right))
    let (a, b) = (left.span.bytes, right.span.bytes)
    #expect(a.isEqual(to: b) == (left == right))
    #expect(a.starts(with: b) == left.starts(with: right))
    #expect(a.precedes(b) == left.lexicographicallyPrecedes(right))
  }
}
