internal import ArabicDates
internal import Synchronization

/// What was worked out for words, kept for the next articles: a few thousand words make up most of
/// any text.
///
/// Safe to ask from many threads. Bounded, so that hostile words can fill it and not the memory.
final class WordMemory<Value: Sendable>: Sendable {
  private final class Shard: Sendable {
    let known = Mutex<[Word: Value]>([:])
  }

  private static var shardCount: Int { 16 }
  private static var wordsPerShard: Int { 4096 }

  private let shards = (0..<shardCount).map { _ in Shard() }

  /// The value of a word, made where it is not known.
  func value(of word: Word, _ make: (Word) -> Value) -> Value {
    // What does not fit is hardly a word, and not met again.
    guard word.count <= Word.longest else { return make(word) }
    let shard = shards[Int(UInt(bitPattern: word.hashValue) % UInt(Self.shardCount))]
    if let value = shard.known.withLock({ $0[word] }) { return value }
    let value = make(word)
    shard.known.withLock { known in
      if known.count >= Self.wordsPerShard { known.removeAll(keepingCapacity: true) }
      known[word] = value
    }
    return value
  }
}
