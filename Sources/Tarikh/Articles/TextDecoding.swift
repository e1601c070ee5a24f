internal import Foundation

/// Turns the bytes of a file into text, or says which byte is in the way.
enum TextDecoding {
  /// More than any article, in bytes: a corpus belongs into NDJSON, one article a line.
  static let byteLimit = 8 << 20

  static func text(_ data: Data, place: String) throws(ArticleError) -> String {
    guard data.count <= byteLimit else {
      throw .tooLarge(place: place, bytes: data.count, limit: byteLimit)
    }
    let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
    if let nul = bytes.firstIndex(of: 0) {
      throw .binary(place: place, offset: nul - data.startIndex)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .invalidUTF8(place: place, offset: firstInvalid(bytes) - data.startIndex)
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .empty(place: place)
    }
    return text
  }

  /// Index of the first byte that belongs to no UTF-8 sequence.
  private static func firstInvalid(_ bytes: Data) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var valid = bytes.startIndex
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      valid += UTF8.width(scalar)
    }
    return valid
  }
}
