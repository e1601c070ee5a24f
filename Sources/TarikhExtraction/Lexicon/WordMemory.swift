internal import ArabicDates
internal import Synchronization

/// What was worked out for words, kept for the next articles: a few thousand words make up most of
/// any text.
///
/// Safe to ask from many threads. Bounded, so that hostile words can fill it and not the memory.
final class WordMemory<Value: Sendable>: Sendable {
  private struct Known: Sendable {
    var table = WordTable()
    var values: [Value] = []
  }

  /// Threads seldom ask for words of the same part at the same time.
  private final class Part: Sendable {
    let known = Mutex(Known())
  }

  private static var partCount: UInt64 { 16 }
  private static var wordsPerPart: Int { 4096 }

  private let parts = (0..<partCount).map { _ in Part() }

  /// The value of a word, made where it is not known.
  func value(of word: Word, _ make: (Word) -> Value) -> Value {
    // What does not fit is hardly a word, and not met again.
    guard !word.isHashed else { return make(word) }
    let part = parts[Int(word.mixed % Self.partCount)]
    let found: Value? = part.known.withLock { known in
      let number = known.table.index(of: word)
      return number < 0 ? nil : known.values[Int(number)]
    }
    if let found { return found }
    let value = make(word)
    part.known.withLock { known in
      if known.values.count >= Self.wordsPerPart { known = Known() }
      // Another thread may have been faster.
      if known.table.insert(word) == known.values.count { known.values.append(value) }
    }
    return value
  }
}
