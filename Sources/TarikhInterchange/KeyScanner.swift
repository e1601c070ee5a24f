internal import Foundation

/// Finds the first key in JSON that its shape does not know, in one pass over the bytes.
///
/// The JSON has been read already, or its reader says what is wrong with it: of bytes that are no
/// JSON this may find anything, or nothing, but always ends.
struct KeyScanner {
  private struct Level {
    /// What may stand here; the same for all elements of a list.
    var keys: KnownKeys
    var isObject: Bool
    /// The key, or the place in the list, of the value at hand.
    var name = ""
    var index = 0
    var wantsKey = true
  }

  /// A key that is not known.
  struct Unknown: Hashable {
    var path: String
    /// Offset of the key in the bytes.
    var offset: Int
    /// The keys that may stand in its place.
    var known: [String]
  }

  private let bytes: [UInt8]
  private var place = 0
  private var levels: [Level] = []
  /// What may stand in the value that comes next.
  private var next: KnownKeys

  init(_ bytes: [UInt8], keys: KnownKeys) {
    self.bytes = bytes
    next = keys
  }

  mutating func firstUnknown() -> Unknown? {
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        if let unknown = readText() { return unknown }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        levels.append(Level(keys: next, isObject: byte == UInt8(ascii: "{")))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = levels.popLast()
      case UInt8(ascii: ","): nextElement()
      default: break
      }
      place += 1
    }
    return nil
  }

  private mutating func nextElement() {
    guard let last = levels.indices.last else { return }
    levels[last].wantsKey = true
    levels[last].index += 1
    if !levels[last].isObject { next = levels[last].keys }
  }

  /// Passes over a text, and looks at it where it is a key.
  private mutating func readText() -> Unknown? {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    place = min(place + 1, bytes.count)
    guard let last = levels.indices.last, levels[last].isObject, levels[last].wantsKey else {
      return nil
    }
    levels[last].wantsKey = false
    let name = text(bytes[start..<place])
    levels[last].name = name
    guard let inner = levels[last].keys.under(name) else {
      return Unknown(path: path, offset: start, known: levels[last].keys.names ?? [])
    }
    next = inner
    return nil
  }

  /// What the bytes between quotation marks say, escapes resolved.
  private func text(_ quoted: ArraySlice<UInt8>) -> String {
    if quoted.contains(UInt8(ascii: "\\")),
      let text = try? JSONDecoder().decode(String.self, from: Data(quoted))
    {
      return text
    }
    return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
  }

  private var path: String {
    levels.map { $0.isObject ? ".\($0.name)" : "[\($0.index)]" }.joined().trimmingPrefix(".")
      .description
  }
}
