internal import TarikhModel

/// The key of a row, put together from parts whose byte order is the order of their values.
struct ViewKey: Hashable, Sendable {
  private(set) var bytes: [UInt8]

  init(_ space: RowSpace) {
    bytes = []
    bytes.reserveCapacity(96)
    bytes.append(space.rawValue)
  }

  consuming func adding(_ position: Position) -> ViewKey { adding(position.rawValue) }

  consuming func adding(_ number: UInt64) -> ViewKey {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    return self
  }

  /// Text as itself, or as its digest where it is long or holds a zero byte.
  ///
  /// Keys end at 511 bytes, and names may come from anywhere. Rows repeat the text, so nothing
  /// rests on the key.
  consuming func adding(_ text: String) -> ViewKey {
    if ViewKey.isPlain(text) {
      bytes.append(1)
      bytes.append(contentsOf: text.utf8)
      bytes.append(0)
    } else {
      bytes.append(2)
      bytes.append(contentsOf: Digest.sha256(of: Array(text.utf8)).bytes)
    }
    return self
  }

  /// The beginning that all plain texts have which begin with `text`.
  consuming func addingStart(of text: String) -> ViewKey {
    bytes.append(1)
    bytes.append(contentsOf: text.utf8)
    return self
  }

  /// Whether keys hold the text as it is.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= longestPlainText && !text.utf8.contains(0)
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
  /// Subject, attribute, complement of the position, complement of from → a recorded fact.
  case fact = 19
}
