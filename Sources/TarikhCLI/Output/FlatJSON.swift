import Foundation
import Tarikh

/// One JSON object as rows of a name and a value, for programs that read tables only.
enum FlatJSON {
  struct Row: Hashable {
    /// The way to the value: `logFile.readers.0.process`.
    var name: String
    var value: String
  }

  /// The values in the order of their names; `null` is empty.
  static func rows(of value: some Encodable) throws -> [Row] {
    let object = try JSONSerialization.jsonObject(
      with: JSONLine.encode(value), options: .fragmentsAllowed)
    return rows(of: object, at: [])
  }

  static var columns: [Listing<Row>.Column] {
    [.init("name") { $0.name }, .init("value") { $0.value }]
  }

  private static func rows(of value: Any, at path: [String]) -> [Row] {
    switch value {
    case let object as [String: Any]:
      return object.sorted { $0.key < $1.key }.flatMap { rows(of: $1, at: path + [$0]) }
    case let array as [Any]:
      return array.enumerated().flatMap { rows(of: $1, at: path + ["\($0)"]) }
    default:
      let text = value is NSNull ? "" : "\(value)"
      return [Row(name: path.joined(separator: "."), value: text)]
    }
  }
}
