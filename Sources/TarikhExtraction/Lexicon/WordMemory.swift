internal import Synchronization

/// What was worked out for words, kept for the next articles: a few thousand words make up most of
/// any text.
///
/// Safe to ask from many threads. Bounded, so that hostile words can fill it and not the memory.
final class WordMemory<Value: Sendable>: Sendable {
  private final class Shard: Sendable {
    let known = Mutex<[WordKey: Value]>([:])
  }

  private static var shardCount: Int { 16 }
  private static var wordsPerShard: Int { 4096 }
  /// In bytes; what is longer is hardly a word, and not met again.
  private static var longestWord: Int { 64 }

  private let shards = (0..<shardCount).map { _ in Shard() }

  /// The value of a word, made where it is not known.
  func value(of word: String, _ make: (String) -> Value) -> Value {
    guard word.utf8.count <= Self.longestWord else { return make(word) }
    let key = WordKey(word)
    let shard = shards[Int(UInt(bitPattern: key.hashValue) % UInt(Self.shardCount))]
    if let value = shard.known.withLock({ $0[key] }) { return value }
    let value = make(word)
    shard.known.withLock { known in
      if known.count >= Self.wordsPerShard { known.removeAll(keepingCapacity: true) }
      known[key] = value
    }
    return value
  }
}
