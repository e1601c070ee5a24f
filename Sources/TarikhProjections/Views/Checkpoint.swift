internal import LMDB
internal import TarikhModel

/// How far a projection has come, and with which version of itself; written in the transaction
/// that writes its rows.
struct Checkpoint: Hashable, Sendable {
  var position: Position
  var version: UInt32
  var generation: Generation
  /// The event that stopped the projection, and why; `nil` while it goes on.
  var failure: Failure?

  struct Failure: Hashable, Sendable {
    var event: EventAddress
    var reason: String
  }

  /// Which checkpoint of a projection; 1 to 4 were those of rows with no checksum or another.
  enum Role: UInt8, Sendable {
    /// Of the rows that questions are answered from.
    case live = 5
    /// Of the rows that are being built beside them.
    case building = 6
  }

  static func key(_ projection: String, _ role: Role) -> [UInt8] {
    Array(projection.utf8) + [0, role.rawValue]
  }
}

extension Checkpoint {
  var encoded: [UInt8] {
    var writer = RowWriter()
    writer.write(position)
    writer.write(UInt64(version))
    writer.write(generation.rawValue)
    writer.write(failure) {
      $0.write($1.event)
      $0.write($1.reason)
    }
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(ViewError) {
    var reader = RowReader(bytes)
    position = try reader.position()
    guard let version = UInt32(exactly: try reader.number()),
      let generation = Generation(rawValue: try reader.byte())
    else { throw .damaged(reason: "a checkpoint") }
    self.version = version
    self.generation = generation
    failure = try reader.optional { (reader) throws(ViewError) in
      Failure(event: try reader.address(), reason: try reader.text())
    }
  }
}

extension ViewStore {
  func checkpoint(
    of projection: String, _ role: Checkpoint.Role,
    in transaction: borrowing some ReadableTransaction & ~Copyable
  ) throws(ViewError) -> Checkpoint? {
    let key = Checkpoint.key(projection, role)
    guard let bytes = try checkpoints.value(forKey: key, in: transaction) else { return nil }
    return try Checkpoint(decoding: bytes)
  }

  func put(
    _ checkpoint: Checkpoint, of projection: String, _ role: Checkpoint.Role,
    in transaction: inout WriteTransaction
  ) throws(ViewError) {
    let key = Checkpoint.key(projection, role)
    try checkpoints.put(checkpoint.encoded, forKey: key, in: &transaction)
  }
}
