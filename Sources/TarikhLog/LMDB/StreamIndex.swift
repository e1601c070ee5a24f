internal import LMDB
internal import TarikhModel

/// The end of a stream's index while events are added to the stream.
struct StreamIndex {
  private let stream: StreamName
  private var chunk: StreamChunk

  /// The index of a stream that ends with `chunk`; `nil` for a new one.
  init(of stream: StreamName, behind chunk: StreamChunk?) {
    self.stream = stream
    self.chunk = chunk ?? StreamChunk(from: .zero)
  }

  /// Adds the stream's next event; writes the chunk when it is full.
  mutating func append(
    _ id: EventID, at position: UInt64, to tables: LogTables,
    in transaction: inout WriteTransaction
  ) throws(LogFailure) {
    if chunk.isFull {
      try finish(to: tables, in: &transaction)
      chunk = StreamChunk(from: Revision(rawValue: chunk.last.rawValue + 1))
    }
    chunk.append(id, at: position)
  }

  /// Writes the last chunk.
  func finish(
    to tables: LogTables, in transaction: inout WriteTransaction
  ) throws(LogFailure) {
    let key = StreamChunkKey(stream, chunk.first)
    let value = chunk.encoded(under: key)
    try transaction.store(
      value.span.bytes, under: key.bytes.span.bytes, in: tables.chunks, .replacing)
  }
}
