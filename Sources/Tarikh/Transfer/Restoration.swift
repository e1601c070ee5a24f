internal import Foundation
internal import TarikhInterchange
internal import TarikhLog
internal import TarikhModel

/// One run of an import.
struct Restoration {
  let log: any EventLog
  let place: String

  init(into log: any EventLog, place: String) {
    self.log = log
    self.place = place
  }

  func run(
    _ file: FileHandle, progress: (UInt64, UInt64) -> Void
  ) async throws -> LogHead {
    var lines = LineReader(file, limit: ArticleReader.lineLimit, head: Data())
    let header = try readHeader(&lines)
    var batch = RestorationBatch()
    var last = Position(rawValue: header.from - 1)
    do {
      while let line = try lines.next() {
        let place = "\(place):\(lines.number)"
        guard let bytes = try content(of: line, place: place) else { continue }
        let (event, text) = try read(bytes, place: place)
        if header.salvaged != nil, event.position.rawValue > last.rawValue + 1 {
          throw TransferError.gap(place: place, after: last, next: event.position)
        }
        batch.add(event, text, line: lines.number)
        last = event.position
        if batch.events.count == 500 { try await store(&batch) }
        progress(done(header, upTo: last), total(header))
      }
    } catch {
      // Of what was salvaged everything before the first hole is taken.
      if header.salvaged != nil { try await store(&batch) }
      throw error
    }
    try await store(&batch)
    return try check(header, last: last)
  }

  /// The header is hostile input: a `from` that lies beyond `until` holds nothing.
  private func total(_ header: ExportHeader) -> UInt64 {
    header.until < header.from ? 0 : header.until - header.from + 1
  }

  private func done(_ header: ExportHeader, upTo last: Position) -> UInt64 {
    let position = min(last.rawValue, header.until)
    return position < header.from ? 0 : position - header.from + 1
  }

  /// The bytes of a line; `nil` for an empty one.
  private func content(of line: LineReader.Line, place: String) throws -> Data? {
    switch line {
    case .line(let bytes): return bytes.isEmpty ? nil : bytes
    case .tooLong(let count):
      let reason = "the line has \(count) bytes, an export's at most \(ArticleReader.lineLimit)"
      throw TransferError.line(place: place, .notJSON(reason))
    }
  }

  private func readHeader(_ lines: inout LineReader) throws -> ExportHeader {
    guard case .line(let bytes)? = try lines.next(),
      let header = try? JSONLine.decode(ExportHeader.self, from: bytes)
    else { throw TransferError.notAnExport(place: "\(place):1") }
    guard header.tarikhExport == ExportHeader.version else {
      throw TransferError.unknownVersion(
        place: "\(place):1", header.tarikhExport, known: ExportHeader.version)
    }
    let next = Position(rawValue: try log.head().position.rawValue + 1)
    if let stream = header.stream {
      throw TransferError.oneStream(place: "\(place):1", stream: stream)
    }
    guard header.from >= 1, header.from <= next.rawValue else {
      throw TransferError.partial(
        place: "\(place):1", from: Position(rawValue: header.from), expected: next)
    }
    return header
  }

  private func read(_ bytes: Data, place: String) throws -> (Event, ArticleText?) {
    let event: Event
    let shape: EventJSON
    do throws(InterchangeError) {
      shape = try JSONLine.decode(EventJSON.self, from: bytes)
      event = try shape.event()
    } catch {
      throw TransferError.line(place: place, error)
    }
    guard case .articleReceived(let article) = event.payload else { return (event, nil) }
    guard let text = shape.payload.article?.text else {
      throw TransferError.textMissing(place: place)
    }
    return (event, ArticleText(digest: article.text, text: text))
  }

  private func store(_ batch: inout RestorationBatch) async throws {
    guard !batch.events.isEmpty else { return }
    do {
      _ = try await log.restore(batch.events, texts: batch.texts)
    } catch {
      throw TransferError.rejected(place: "\(place):\(batch.line(of: error))", error)
    }
    batch = RestorationBatch()
  }

  private func check(_ header: ExportHeader, last: Position) throws -> LogHead {
    guard last.rawValue == header.until else {
      throw TransferError.truncated(
        place: place, expected: Position(rawValue: header.until), found: last)
    }
    let head = try log.head()
    if header.until == header.head, head.position.rawValue == header.head {
      guard head.root.description == header.root else {
        throw TransferError.wrongRoot(
          place: place, expected: header.root, found: head.root.description)
      }
    }
    return head
  }
}
