internal import TarikhLog
internal import TarikhModel

/// Events of an export that are stored together, with the lines that they stand on.
struct RestorationBatch {
  private(set) var events: [Event] = []
  private(set) var texts: [ArticleText] = []
  private var lines: [Int] = []

  mutating func add(_ entry: ExportReader.Entry) {
    events.append(entry.event)
    lines.append(entry.line)
    if let text = entry.text { texts.append(text) }
  }

  /// The line of the event that `error` is about; the last one where it is about none.
  func line(of error: RestoreError) -> Int {
    let index = events.firstIndex { event in
      switch error {
      case .wrongPosition(let position, _), .differs(let position),
        .timeRunsBackwards(let position), .wrongHash(let position),
        .invalidEvent(let position, _):
        return event.position == position
      case .wrongRevision(let address, _): return event.address == address
      case .textDiffersFromDigest(let digest):
        guard case .articleReceived(let article) = event.payload else { return false }
        return article.text == digest
      case .storage: return false
      }
    }
    return lines[index ?? lines.count - 1]
  }
}
