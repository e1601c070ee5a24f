/// Why a line of JSON could not be read as what it should be.
public enum InterchangeError: Error, Hashable, Sendable {
  /// Not JSON at all, or not of this shape; the text says what the parser met.
  case notJSON(String)
  /// The key at `path` is missing.
  case missing(path: String)
  /// The value at `path` is not one that the shape allows there.
  case notAllowed(path: String, found: String, allowed: String)
  /// Nobody reads the key at `path`; these stand in its place.
  case unknownKey(path: String, known: [String])
}

extension InterchangeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notJSON(let reason): "not readable as JSON of this shape: \(reason)"
    case .missing(let path): "the key \(path) is missing"
    case .notAllowed(let path, let found, let allowed):
      "\(path) is \(found), but may only be \(allowed)"
    case .unknownKey(let path, let known):
      "the key \(path) is not known; known there are \(known.joined(separator: ", "))"
    }
  }
}

extension InterchangeError {
  /// The same failure said with the path of keys that a user can find in the line.
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self = .missing(path: Self.path(context.codingPath + [key]))
    case .typeMismatch(let type, let context):
      self = .notAllowed(
        path: Self.path(context.codingPath), found: "of another type", allowed: "\(type)")
    case .valueNotFound(let type, let context):
      self = .notAllowed(path: Self.path(context.codingPath), found: "null", allowed: "\(type)")
    case .dataCorrupted(let context):
      self = .notJSON(
        context.codingPath.isEmpty
          ? context.debugDescription
          : "\(Self.path(context.codingPath)): \(context.debugDescription)")
    @unknown default: self = .notJSON(String(describing: error))
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }
      .joined(separator: ".").replacing(".[", with: "[")
  }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  /// The case spelled `text`, or an error that names the ones there are.
  static func named(_ text: String, at path: String) throws(InterchangeError) -> Self {
    if let value = Self(rawValue: text) { return value }
    let allowed = allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    throw .notAllowed(path: path, found: "\"\(text)\"", allowed: allowed)
  }
}

extension LosslessStringConvertible {
  /// The value that `text` spells, or an error that says what should stand at `path`.
  static func spelled(
    _ text: String, at path: String, as allowed: String
  ) throws(InterchangeError) -> Self {
    if let value = Self(text) { return value }
    throw .notAllowed(path: path, found: "\"\(text)\"", allowed: allowed)
  }
}
