internal import Foundation

/// Turns the bytes of a saved page into text: by byte order mark, by what its head declares, else
/// UTF-8 where the bytes are, else the Arabic code page of Windows.
enum PageDecoding {
  /// How far into a page a declaration of its encoding is looked for.
  private static let prescan = 4096

  static func bytes(_ data: Data, place: String) throws(ArticleError) -> [UInt8] {
    let raw = [UInt8](data)
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return valid(raw[3...]) }
    if raw.starts(with: [0xFF, 0xFE]) { return wide(raw[2...], low: 0) }
    if raw.starts(with: [0xFE, 0xFF]) { return wide(raw[2...], low: 1) }
    let head = String(decoding: raw.prefix(prescan), as: UTF8.self).lowercased()
    guard let label = declared(in: head) else {
      if String(validating: raw, as: UTF8.self) != nil { return raw }
      return LegacyCharset.windows1256.utf8(raw)
    }
    // A head that could be read as bytes is not UTF-16, whatever it says (HTML §13.2.3.2).
    if label.hasPrefix("utf-") || label == "utf8" { return valid(raw[...]) }
    guard let charset = LegacyCharset(label: label) else {
      throw .charset(place: place, name: label)
    }
    return charset.utf8(raw)
  }

  /// What stands after the first `charset=` of a head in small letters.
  private static func declared(in head: String) -> String? {
    guard let meta = head.range(of: "charset") else { return nil }
    let rest = head[meta.upperBound...].drop { $0.isWhitespace }
    guard rest.first == "=" else { return nil }
    let label = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
    return label.isEmpty ? nil : String(label)
  }

  private static func valid(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func wide(_ bytes: ArraySlice<UInt8>, low: Int) -> [UInt8] {
    let start = bytes.startIndex
    let units = stride(from: start, to: bytes.endIndex - 1, by: 2).map { index in
      UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
