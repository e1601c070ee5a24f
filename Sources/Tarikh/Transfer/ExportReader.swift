internal import Foundation
internal import TarikhInterchange
internal import TarikhLog
internal import TarikhModel

/// Reads an export a line at a time: its header first, then events, with the lines they stand on.
struct ExportReader {
  /// An event of the export, its fields checked, its hash not.
  struct Entry {
    var event: Event
    /// The text of the article that it received.
    var text: ArticleText?
    var line: Int
  }

  let place: String
  let header: ExportHeader
  private var lines: LineReader

  /// Reads the header.
  ///
  /// - Parameter next: the position that the reader wants next; the export must begin there or
  ///   before.
  init(_ file: FileHandle, place: String, next: Position) throws {
    self.place = place
    lines = LineReader(file, limit: ArticleReader.lineLimit, head: Data())
    guard case .line(let bytes)? = try lines.next(),
      let header = try? JSONLine.decode(ExportHeader.self, from: bytes)
    else { throw TransferError.notAnExport(place: "\(place):1") }
    guard header.tarikhExport == ExportHeader.version else {
      throw TransferError.unknownVersion(
        place: "\(place):1", header.tarikhExport, known: ExportHeader.version)
    }
    if let stream = header.stream {
      throw TransferError.oneStream(place: "\(place):1", stream: stream)
    }
    guard header.from >= 1, header.from <= next.rawValue else {
      throw TransferError.partial(
        place: "\(place):1", from: Position(rawValue: header.from), expected: next)
    }
    guard header.until <= header.head || header.salvaged != nil else {
      throw TransferError.pastItsHead(
        place: "\(place):1", until: Position(rawValue: header.until),
        head: Position(rawValue: header.head))
    }
    self.header = header
  }

  /// Whether it was made from a damaged log, and may have holes.
  var isSalvaged: Bool { header.salvaged != nil }

  /// Throws where events that a damaged log lost would stand between `last` and `entry`.
  func checkGap(before entry: Entry, after last: Position) throws {
    guard isSalvaged, entry.event.position.rawValue > last.rawValue + 1 else { return }
    throw TransferError.gap(
      place: "\(place):\(entry.line)", after: last, next: entry.event.position)
  }

  /// Whether it goes up to the head that it was taken at, so that its root can be compared.
  var isUpToItsHead: Bool { header.until == header.head }

  /// How many events the header promises; one that begins beyond its end holds none.
  var total: UInt64 { header.until < header.from ? 0 : header.until - header.from + 1 }

  /// How many of them there are up to `position`.
  func done(upTo position: Position) -> UInt64 {
    let position = min(position.rawValue, header.until)
    return position < header.from ? 0 : position - header.from + 1
  }

  /// The next event; `nil` after the last.
  mutating func next() throws -> Entry? {
    while let line = try lines.next() {
      let place = "\(place):\(lines.number)"
      switch line {
      case .line(let bytes) where bytes.isEmpty: continue
      case .line(let bytes): return try entry(bytes, place: place)
      case .tooLong(let count):
        let reason = "the line has \(count) bytes, an export's at most \(ArticleReader.lineLimit)"
        throw TransferError.line(place: place, .notJSON(reason))
      }
    }
    return nil
  }

  private func entry(_ bytes: Data, place: String) throws -> Entry {
    let event: Event
    let shape: EventJSON
    do throws(InterchangeError) {
      shape = try EventJSON.read(bytes)
      event = try shape.event()
    } catch {
      throw TransferError.line(place: place, error)
    }
    guard case .articleReceived(let article) = event.payload else {
      return Entry(event: event, text: nil, line: lines.number)
    }
    guard let text = shape.payload.article?.text else {
      throw TransferError.textMissing(place: place)
    }
    let whole = ArticleText(digest: article.text, text: text)
    return Entry(event: event, text: whole, line: lines.number)
  }

  /// Throws unless the last event is the one that the header promises.
  func checkEnd(at last: Position) throws {
    guard last.rawValue == header.until else {
      throw TransferError.truncated(
        place: place, expected: Position(rawValue: header.until), found: last)
    }
  }
}
