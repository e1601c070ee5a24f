internal import TarikhModel

/// A stretch of the log over which a report stands in one wording, with one date.
struct ReportVersion: Hashable, Sendable {
  /// The event from which on it stands so.
  var from: Position
  /// The event that gave the wording: the report itself, or a correction.
  var content: Position
  /// Since which event the publication date is known that dates it anew; `.zero` where the
  /// report's own date stands.
  var publishedSince: Position
  var ending: Ending?

  /// Where a version ends, and why.
  struct Ending: Hashable, Sendable {
    var position: Position
    var reason: Reason

    enum Reason: UInt8, Hashable, Sendable {
      /// The report is gone.
      case retracted = 1
      /// It stands in another wording, or with another date.
      case replaced = 2
    }
  }

  static func prefix(root: Position) -> ViewKey { ViewKey(.version).adding(root) }

  func key(root: Position) -> ViewKey { ReportVersion.prefix(root: root).adding(from) }
}

/// A version as it is kept, with the keys of the rows that it made.
struct StoredVersion: Hashable, Sendable {
  var version: ReportVersion
  var keys: [[UInt8]]

  var encoded: [UInt8] {
    var writer = RowWriter()
    writer.write(version.ending)
    writer.write(version.from)
    writer.write(version.content)
    writer.write(version.publishedSince)
    writer.write(UInt64(keys.count))
    for key in keys { writer.write(key) }
    return writer.bytes
  }

  init(version: ReportVersion, keys: [[UInt8]]) {
    self.version = version
    self.keys = keys
  }

  init(decoding bytes: [UInt8]) throws(ViewError) {
    var reader = RowReader(bytes)
    let ending = try reader.ending()
    version = ReportVersion(
      from: try reader.position(), content: try reader.position(),
      publishedSince: try reader.position(), ending: ending)
    keys = []
    for _ in 0..<(try reader.number()) { keys.append(try reader.raw()) }
  }
}

/// Every row that a version makes begins with its ending, in a fixed number of bytes, so that
/// closing it changes nothing else.
extension RowWriter {
  mutating func write(_ ending: ReportVersion.Ending?) {
    write(ending?.position ?? .zero)
    write(ending?.reason.rawValue ?? 0)
  }
}

extension RowReader {
  mutating func ending() throws(ViewError) -> ReportVersion.Ending? {
    let position = try position()
    let reason = try byte()
    guard reason != 0 else { return nil }
    guard let reason = ReportVersion.Ending.Reason(rawValue: reason) else {
      throw .damaged(reason: "the end of a version")
    }
    return ReportVersion.Ending(position: position, reason: reason)
  }

  static let endingByteCount = 9
}
