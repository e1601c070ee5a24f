/// Splits a page into tokens in the spirit of the HTML standard, §13.2.5: anything is a page, and
/// no mistake in it is an error.
///
/// - Complexity: O(*n*) in the length of the page: no byte is looked at more than a few times.
struct PageTokenizer {
  private let bytes: [UInt8]
  private var index = 0
  /// The element whose content is text up to its end tag.
  private var rawElement: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; `nil` at the end of the page.
  mutating func next() -> PageToken? {
    while index < bytes.count {
      if let name = rawElement {
        rawElement = nil
        if let token = rawText(of: name) { return token }
        continue
      }
      guard bytes[index] == UInt8(ascii: "<") else { return text() }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if next.isASCIILetter {
        index += 1
        if let token = startTag() { return token }
      } else if next == UInt8(ascii: "/") {
        if let token = endTag() { return token }
      } else if next == UInt8(ascii: "!") {
        skipDeclaration()
      } else if next == UInt8(ascii: "?") {
        skip(past: UInt8(ascii: ">"))
      } else {
        return text()
      }
    }
    return nil
  }

  /// Characters up to the next `<`; one at `index` is itself a character.
  private mutating func text() -> PageToken {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(CharacterReferences.decode(bytes[start..<index]))
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, !bytes[index].isASCIISpace, bytes[index] != UInt8(ascii: "/"),
      bytes[index] != UInt8(ascii: ">")
    { index += 1 }
    // No element that matters has a long name.
    let name = bytes[start..<index].prefix(32).map { $0.isASCIILetter ? $0 | 0x20 : $0 }
    return String(decoding: name, as: UTF8.self)
  }

  /// A tag that the page ends in is none.
  private mutating func startTag() -> PageToken? {
    let name = name()
    var attributes: [String: String] = [:]
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        let isClosed = bytes[index - 1] == UInt8(ascii: "/")
        index += 1
        if PageElements.raw.contains(name) { rawElement = name }
        return .start(name: name, attributes: attributes, isClosed: isClosed)
      }
      if byte.isASCIISpace || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      let (key, value) = attribute()
      if attributes[key] == nil { attributes[key] = value }
    }
    return nil
  }

  private mutating func attribute() -> (key: String, value: String) {
    let start = index
    index += 1
    while index < bytes.count, !bytes[index].isASCIISpace,
      ![UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains(bytes[index])
    { index += 1 }
    let key = String(decoding: bytes[start..<index].prefix(64), as: UTF8.self).lowercased()
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (key, "") }
    index += 1
    skipSpace()
    guard index < bytes.count else { return (key, "") }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      index = start
      while index < bytes.count, bytes[index] != quote { index += 1 }
      let value = CharacterReferences.decode(bytes[start..<index])
      index = min(index + 1, bytes.count)
      return (key, value)
    }
    let valueStart = index
    while index < bytes.count, !bytes[index].isASCIISpace, bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    return (key, CharacterReferences.decode(bytes[valueStart..<index]))
  }

  private mutating func endTag() -> PageToken? {
    index += 2
    guard index < bytes.count, bytes[index].isASCIILetter else {
      skip(past: UInt8(ascii: ">"))
      return nil
    }
    let name = name()
    skip(past: UInt8(ascii: ">"))
    return .end(name: name)
  }

  /// A comment, a doctype or a CDATA section, which HTML takes for a comment.
  private mutating func skipDeclaration() {
    let opening = Array("<!--".utf8)
    guard bytes[index...].starts(with: opening) else { return skip(past: UInt8(ascii: ">")) }
    index += opening.count
    if bytes[index...].starts(with: ">".utf8) || bytes[index...].starts(with: "->".utf8) {
      return skip(past: UInt8(ascii: ">"))
    }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ">"), bytes[index - 1] == UInt8(ascii: "-"),
        bytes[index - 2] == UInt8(ascii: "-")
      {
        index += 1
        return
      }
      index += 1
    }
  }

  /// The content of `script` and its like, up to the end tag of the name.
  private mutating func rawText(of name: String) -> PageToken? {
    let start = index
    let wanted = Array(name.utf8)
    while index < bytes.count, !isEndTag(wanted) { index += 1 }
    guard index > start else { return nil }
    let content = bytes[start..<index]
    return PageElements.decoded.contains(name)
      ? .text(CharacterReferences.decode(content)) : .raw(String(decoding: content, as: UTF8.self))
  }

  private func isEndTag(_ name: [UInt8]) -> Bool {
    let after = index + 2 + name.count
    guard bytes[index] == UInt8(ascii: "<"), after <= bytes.count,
      bytes[index + 1] == UInt8(ascii: "/")
    else { return false }
    for (offset, byte) in name.enumerated() where bytes[index + 2 + offset] | 0x20 != byte {
      return false
    }
    return after == bytes.count || bytes[after].isASCIISpace || bytes[after] == UInt8(ascii: ">")
      || bytes[after] == UInt8(ascii: "/")
  }

  private mutating func skip(past byte: UInt8) {
    while index < bytes.count, bytes[index] != byte { index += 1 }
    index = min(index + 1, bytes.count)
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
  }
}
