/// The appends of writers that go on until they are killed; what a turn appends follows from its
/// number, so that a writer that comes after knows where the last one was.
struct EndlessPlan: Sendable {
  static let streams = (0..<4).map { $0.isMultiple(of: 2) ? "article/\($0)" : "desk/\($0)" }

  static func append(_ turn: Int, to stream: String) -> PlannedAppend {
    PlannedAppend(
      stream: stream, turn: turn, count: 1 + (turn * 7 + stream.utf8.count) % 4,
      // Now and then much at once, so that the map has to grow.
      valueBytes: turn % 16 == 11 ? 40_000 : 30 + turn * 37 % 400,
      textBytes: turn == 0 && stream.hasPrefix("article/") ? 3_000 : 0)
  }

  /// The turn after those that `events` events are; throws where they end in the midst of one.
  static func nextTurn(after events: Int, in stream: String) throws -> Int {
    var turn = 0
    var rest = events
    while rest > 0 {
      rest -= append(turn, to: stream).count
      turn += 1
    }
    guard rest == 0 else { throw Finding("\(stream): turn \(turn - 1) is torn") }
    return turn
  }
}
