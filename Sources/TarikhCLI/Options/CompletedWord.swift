/// The word that is being completed in a shell.
struct CompletedWord {
  /// What is typed of it.
  let prefix: String

  /// Of `names` those that go on as it begins.
  func completions(_ names: some Sequence<String>) -> [String] {
    Set(names).filter { $0.hasPrefix(prefix) && CompletedWord.isSafe($0) }.sorted()
  }

  /// Whether a shell takes the name as it is.
  ///
  /// Bash expands what it is offered, and so would run a `$(…)` that an article made a name of.
  private static func isSafe(_ name: String) -> Bool {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", ":", "/", "@", "+", " ": true
      default: scalar.value >= 0xA0 && scalar.properties.isAlphabetic
      }
    }
    return isPlain && !name.isEmpty
  }
}
