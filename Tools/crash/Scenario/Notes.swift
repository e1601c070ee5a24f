/// What a child had said when it was stopped.
struct Notes: Sendable {
  /// Where an acknowledged append went.
  struct Place: Hashable, Sendable {
    var revision: UInt64
    var position: UInt64
  }

  /// Appends that had begun, by their keys.
  private(set) var began: Set<String> = []
  /// Appends that were acknowledged, by their keys; the place is `nil` where a planted fault
  /// answers before it knows.
  private(set) var done: [String: Place?] = [:]
  /// Everything else that was said: the word, and what follows it.
  private(set) var said: [String: String] = [:]

  init() {}

  init(began: Set<String>, done: [String: Place?]) {
    self.began = began
    self.done = done
  }

  init(_ lines: some Sequence<Substring>) {
    for line in lines { add(line) }
  }

  mutating func add(_ line: Substring) {
    let words = line.split(separator: " ")
    guard let first = words.first else { return }
    switch (first, words.count) {
    case ("began", 3): began.insert("\(words[1]) \(words[2])")
    case ("done", 5):
      let revision = UInt64(words[3])
      let position = UInt64(words[4])
      let place = revision.flatMap { revision in
        position.map { Place(revision: revision, position: $0) }
      }
      done.updateValue(place, forKey: "\(words[1]) \(words[2])")
    default: said[String(first)] = words.dropFirst().joined(separator: " ")
    }
  }

  /// Takes appends for acknowledged that were made before the child began.
  mutating func add(done appends: [PlannedAppend]) {
    for append in appends {
      began.insert(append.key)
      done.updateValue(nil, forKey: append.key)
    }
  }
}
