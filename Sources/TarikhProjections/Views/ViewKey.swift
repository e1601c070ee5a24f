internal import TarikhModel

/// The key of a row, put together from parts whose byte order is the order of their values.
struct ViewKey: Hashable, Sendable {
  private(set) var bytes: [UInt8]

  init(_ space: RowSpace) { bytes = [space.rawValue] }

  func adding(_ position: Position) -> ViewKey { adding(position.rawValue) }

  func adding(_ number: UInt64) -> ViewKey {
    var key = self
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      key.bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
    return key
  }

  /// Text as itself, or as its digest where it is long or holds a zero byte.
  ///
  /// Keys end at 511 bytes, and names may come from anywhere. Rows repeat the text, so nothing
  /// rests on the key.
  func adding(_ text: String) -> ViewKey {
    var key = self
    let utf8 = Array(text.utf8)
    if utf8.count <= ViewKey.longestPlainText && !utf8.contains(0) {
      key.bytes.append(1)
      key.bytes += utf8
      key.bytes.append(0)
    } else {
      key.bytes.append(2)
      key.bytes += Digest.sha256(of: utf8).bytes
    }
    return key
  }

  private static let longestPlainText = 120
}

/// What sort of row it is: the first byte of its key.
enum RowSpace: UInt8, Sendable {
  /// Address → what the event is and belongs to.
  case event = 1
  /// Root position, position → an event of a report's chain.
  case chain = 2
  /// Root position, from → a version of the report, and the keys of its rows.
  case version = 3
  /// Stream → the article and what became of its date of publication.
  case article = 4
  /// Stream, root position: a report of the stream that depends on its date of publication.
  case dependent = 5
  /// Position → why the event changes nothing.
  case ignored = 6
  /// Position of an erased report or correction.
  case erased = 7
  /// Subject, attribute, scope, root position, from, number → a claim.
  case claim = 16
  /// Earliest day, root position, from → a report.
  case report = 17
  /// Position of the article's first event → its stream.
  case articleOrder = 18
}
