import Foundation
import TestSupport

/// One thing that happens to the bytes of a store, drawn by seed and number.
struct DamageFault: CustomStringConvertible {
  enum Change {
    case flip(at: Int, bit: UInt8)
    case set(at: Int, to: UInt8)
    case zero(Range<Int>)
    case swap(Int, Int)
    case cut(Int)
  }

  let file: String
  let change: Change

  private static let pageSize = 4096

  /// The fault of that number in a store whose files have these lengths.
  ///
  /// - Parameter swapping: whether whole pages may change places, too.
  init(_ number: Int, seed: UInt64, lengths: [String: Int], swapping: Bool) {
    var random = SplitMix64(seed: seed &+ UInt64(number) &* 0x9E37_79B9)
    let draw = Int.random(in: 0..<20, using: &random)
    file = draw < 10 ? "log/data.mdb" : draw < 19 ? "views/data.mdb" : "format.json"
    let length = max(lengths[file] ?? 1, 1)
    let pages = max(length / Self.pageSize, 1)
    // Structure is at the beginnings of pages: half of the small faults go there.
    let page = Int.random(in: 0..<pages, using: &random) * Self.pageSize
    let isStructure = Bool.random(using: &random)
    let within = Int.random(in: 0..<(isStructure ? 64 : Self.pageSize), using: &random)
    let place = min(page + within, length - 1)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: change = .flip(at: place, bit: UInt8.random(in: 0..<8, using: &random))
    case 4, 5: change = .set(at: place, to: UInt8.random(in: 0...255, using: &random))
    case 6: change = .set(at: place, to: 0)
    case 7:
      let start = place / 512 * 512
      change = .zero(start..<min(start + 512, length))
    case 8 where swapping:
      change = .swap(page, Int.random(in: 0..<pages, using: &random) * Self.pageSize)
    default: change = .cut(Int.random(in: 0..<length, using: &random))
    }
  }

  /// Does it to the store.
  func apply(to store: DamageStore) throws {
    let url = store.folder.appending(path: file)
    var data = try Data(contentsOf: url)
    switch change {
    case .flip(let place, let bit): data[place] ^= 1 << bit
    case .set(let place, let byte): data[place] = byte
    case .zero(let range): data.replaceSubrange(range, with: Data(count: range.count))
    case .swap(let one, let other):
      guard max(one, other) + Self.pageSize <= data.count else { break }
      let (left, right) = (one..<one + Self.pageSize, other..<other + Self.pageSize)
      let held = Data(data[left])
      data.replaceSubrange(left, with: Data(data[right]))
      data.replaceSubrange(right, with: held)
    case .cut(let length): data = data.prefix(length)
    }
    try data.write(to: url)
  }

  var description: String {
    switch change {
    case .flip(let place, let bit): "\(file): bit \(bit) of byte \(place) flipped"
    case .set(let place, let byte): "\(file): byte \(place) set to \(byte)"
    case .zero(let range): "\(file): bytes \(range) zeroed"
    case .swap(let one, let other):
      "\(file): pages \(one / Self.pageSize) and \(other / Self.pageSize) swapped"
    case .cut(let length): "\(file): cut to \(length) bytes"
    }
  }
}
