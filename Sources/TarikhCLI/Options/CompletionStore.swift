import Foundation
import Tarikh

/// The store that a command line would use, for completing its words in the shell.
///
/// It is quick and never says anything: no store, no words.
enum CompletionStore {
  /// Runs `body` on the store of the words typed so far, where there is one.
  static func words(_ words: [String], _ body: (Timeline) throws -> [String]) -> [String] {
    let path = (given(in: words) ?? StoreOptions.usualPath) as NSString
    let options = TimelineOptions(access: .read, busyTimeout: .milliseconds(200))
    guard let timeline = try? Timeline.open(at: path.expandingTildeInPath, options: options)
    else { return [] }
    return (try? body(timeline)) ?? []
  }

  private static func given(in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word == "--store", index + 1 < words.count { return words[index + 1] }
      if word.hasPrefix("--store=") { return String(word.dropFirst("--store=".count)) }
    }
    return nil
  }
}
