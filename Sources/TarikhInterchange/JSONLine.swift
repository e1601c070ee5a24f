public import Foundation

/// One JSON value a line, the way every shape of Tarikh is written and read.
///
/// Keys are sorted and slashes stand as they are, so that the same value is the same bytes.
public enum JSONLine {
  /// The value as UTF-8 JSON without a line end.
  public static func encode(_ value: some Encodable, pretty: Bool = false) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return try encoder.encode(value)
  }

  /// Reads one value of an event or report, and refuses keys that nobody reads.
  ///
  /// A missing key is looked for among the unknown ones first: it is mostly misspelt.
  /// - Complexity: O(*n*) in the length of the line.
  package static func decode<Value: Decodable>(
    _ type: Value.Type, from line: some DataProtocol, knowing keys: KnownKeys
  ) throws(InterchangeError) -> Value {
    let value: Value
    do throws(InterchangeError) {
      value = try decode(type, from: line)
    } catch {
      if case .missing = error { try refuseUnknown(in: line, keys) }
      throw error
    }
    try refuseUnknown(in: line, keys)
    return value
  }

  private static func refuseUnknown(
    in line: some DataProtocol, _ keys: KnownKeys
  ) throws(InterchangeError) {
    var scanner = KeyScanner(Array(line), keys: keys)
    guard let unknown = scanner.firstUnknown() else { return }
    throw .unknownKey(path: unknown.path, known: unknown.known)
  }

  /// Reads one value; errors name the key and what was expected there.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from line: some DataProtocol
  ) throws(InterchangeError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(line))
    } catch let error as InterchangeError {
      throw error
    } catch let error as DecodingError {
      throw InterchangeError(error)
    } catch {
      throw InterchangeError.notJSON(String(describing: error))
    }
  }
}
