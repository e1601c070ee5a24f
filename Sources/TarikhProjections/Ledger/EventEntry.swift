internal import LMDB
internal import TarikhModel

/// What an event is and what it belongs to, found by its address.
struct EventEntry: Hashable, Sendable {
  var position: Position
  var type: EventType
  var owner: Owner

  /// What changes when the event is taken back.
  enum Owner: Hashable, Sendable {
    /// The event says nothing to views: it is erased, or its target was not there.
    case none
    /// The chain of the report or fact that stands at this position.
    case chain(root: Position)
    /// The article of this stream.
    case article(StreamName)
  }

  static func key(_ address: EventAddress) -> ViewKey {
    ViewKey(.event).adding(address.stream.rawValue).adding(address.revision.rawValue)
  }

  var encoded: [UInt8] {
    var writer = RowWriter()
    writer.write(position)
    writer.write(type.rawValue)
    switch owner {
    case .none: writer.write(UInt8(0))
    case .chain(let root):
      writer.write(UInt8(1))
      writer.write(root)
    case .article(let stream):
      writer.write(UInt8(2))
      writer.write(stream.rawValue)
    }
    return writer.bytes
  }
}

extension EventEntry {
  init(decoding bytes: [UInt8]) throws(ViewError) {
    var reader = RowReader(bytes)
    position = try reader.position()
    type = try reader.named(EventType.self)
    switch try reader.byte() {
    case 0: owner = .none
    case 1: owner = .chain(root: try reader.position())
    case 2: owner = .article(try reader.stream())
    default: throw .damaged(reason: "the owner of an event")
    }
  }
}
