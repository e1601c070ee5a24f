public import Foundation
public import TarikhModel
internal import TarikhInterchange
internal import TarikhLog

extension Timeline {
  /// Gives the log as NDJSON, losslessly: a header with the tree head, then an event a line.
  ///
  /// Events appended meanwhile are not in it.
  /// - Parameter line: takes each line without its line end, and how many of how many it is.
  public func export(
    _ selection: ExportSelection, line: (Data, _ done: UInt64, _ of: UInt64) throws -> Void
  ) throws {
    let head = try log.head()
    let until = min(selection.until ?? head.position, head.position)
    let header = ExportHeader(
      from: selection.from, until: until, head: head.position, root: head.root,
      stream: selection.stream)
    let total = until < selection.from ? 0 : until.rawValue - selection.from.rawValue + 1
    try line(JSONLine.encode(header), 0, total)
    var position = Position(rawValue: max(selection.from.rawValue, 1) - 1)
    while position < until {
      let events = try log.events(after: position, limit: 500)
      guard let last = events.last else { break }
      for event in events where event.position <= until {
        guard selection.stream == nil || event.stream == selection.stream else { continue }
        let done = event.position.rawValue - selection.from.rawValue + 1
        try line(JSONLine.encode(EventJSON(event, text: try text(of: event))), done, total)
      }
      position = last.position
    }
  }

  /// The article's text where `event` received one.
  public func text(of event: Event) throws -> String? {
    guard case .articleReceived(let article) = event.payload else { return nil }
    guard let text = try log.text(for: article.text) else {
      throw ReadError.damaged(place: "text \(article.text)", reason: "it is missing")
    }
    return text
  }
}
