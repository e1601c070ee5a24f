/// A word as a key: by its bytes, and so without the normalisation that comparing texts costs.
///
/// Words are folded before they are compared, which normalises them once.
struct WordKey: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: WordKey, b: WordKey) -> Bool {
    a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var chunk: UInt64 = 0
    var count = 0
    for byte in text.utf8 {
      chunk = chunk << 8 | UInt64(byte)
      count += 1
      if count.isMultiple(of: 8) { hasher.combine(chunk) }
    }
    hasher.combine(chunk)
    hasher.combine(count)
  }
}
