import Foundation
import Tarikh

/// The peers' workload from its file, some events at a time, so that ten million fit in memory.
struct PeerWorkload {
  private let handle: FileHandle
  private var events = PeerEvents()
  private var rest: ArraySlice<UInt8> = []
  private var left: Int
  /// Bytes of the lines that were given so far: what the peers store.
  private(set) var payloadBytes = 0

  struct Unreadable: Error {
    var line: String
  }

  init(_ path: String, events count: Int) throws {
    handle = try FileHandle(forReadingFrom: URL(filePath: path))
    left = count
  }

  /// The next events, at most `count`, in order; empty at the end.
  mutating func next(_ count: Int) throws -> [(stream: StreamName, event: NewEvent)] {
    var found: [(stream: StreamName, event: NewEvent)] = []
    while found.count < min(count, left) {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
        guard let more = try handle.read(upToCount: 1 << 20), !more.isEmpty else { break }
        rest = ArraySlice(Array(rest) + Array(more))
        continue
      }
      let line = rest[rest.startIndex..<end]
      guard let parsed = PeerLine(line), let event = events.event(parsed) else {
        throw Unreadable(line: String(decoding: line, as: UTF8.self))
      }
      payloadBytes += line.count
      found.append(event)
      rest = rest[(end + 1)...]
    }
    left -= found.count
    return found
  }
}

extension PeerWorkload {
  /// The events in appends of each stream's own, `size` events together, one list a producer.
  ///
  /// A stream always has the same producer, so that its events keep their order.
  static func batches(
    _ events: [(stream: StreamName, event: NewEvent)], of size: Int, producers: Int
  ) -> [[[StreamAppend]]] {
    var lists = [[(stream: StreamName, event: NewEvent)]](repeating: [], count: producers)
    for event in events {
      let number = event.stream.rawValue.utf8.reduce(0) { $0 &* 31 &+ Int($1) }
      lists[abs(number % producers)].append(event)
    }
    return lists.map { list in
      stride(from: 0, to: list.count, by: size).map { start in
        appends(list[start..<min(start + size, list.count)])
      }
    }
  }

  private static func appends(
    _ events: ArraySlice<(stream: StreamName, event: NewEvent)>
  ) -> [StreamAppend] {
    var order: [StreamName] = []
    var own: [StreamName: [NewEvent]] = [:]
    for (stream, event) in events {
      if own[stream] == nil { order.append(stream) }
      own[stream, default: []].append(event)
    }
    return order.map { StreamAppend(own[$0] ?? [], to: $0, expecting: .any) }
  }
}
