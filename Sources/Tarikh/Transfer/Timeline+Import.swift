public import Foundation
public import TarikhLog
internal import TarikhModel
internal import TarikhInterchange

extension Timeline {
  /// Takes over an export: the same positions, times, hashes and answers.
  ///
  /// Events that are here already are skipped, so an import that was cut off can be run again.
  /// - Throws: ``TransferError`` naming the line; what came before its batch is stored.
  public func restore(
    from file: FileHandle, named place: String,
    progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) async throws -> LogHead {
    try await Restoration(into: log, place: place).run(file, progress: progress)
  }

  /// Checks an export without a store: every line, every hash, and the tree head.
  ///
  /// - Throws: ``TransferError`` naming the line.
  public static func check(
    _ file: FileHandle, named place: String,
    progress: (_ done: UInt64, _ of: UInt64) -> Void
  ) async throws -> LogHead {
    let copy = MemoryEventLog(now: SystemClock.now)
    return try await Restoration(into: copy, place: place).run(file, progress: progress)
  }
}

/// One run of an import.
private struct Restoration {
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
    var batch: [Event] = []
    var texts: [ArticleText] = []
    var last = Position(rawValue: header.from - 1)
    while let line = try lines.next() {
      guard case .line(let bytes) = line, !bytes.isEmpty else { continue }
      let place = "\(place):\(lines.number)"
      let (event, text) = try read(bytes, place: place)
      batch.append(event)
      if let text { texts.append(text) }
      last = event.position
      if batch.count == 500 { try await store(&batch, &texts, place: place) }
      progress(last.rawValue - header.from + 1, header.until - header.from + 1)
    }
    try await store(&batch, &texts, place: "\(place):\(lines.number)")
    return try check(header, last: last)
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
    guard header.stream == nil, header.from >= 1, header.from <= next.rawValue else {
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

  private func store(
    _ batch: inout [Event], _ texts: inout [ArticleText], place: String
  ) async throws {
    guard !batch.isEmpty else { return }
    do {
      _ = try await log.restore(batch, texts: texts)
    } catch {
      throw TransferError.rejected(place: place, error)
    }
    batch.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
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
