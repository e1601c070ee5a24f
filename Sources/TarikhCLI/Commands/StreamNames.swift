import Tarikh

/// Completes names of streams in the shell, from the store that a command would use.
enum StreamNames {
  @Sendable static func complete(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let given = words.firstIndex(of: "--store").flatMap { position in
      words.indices.contains(position + 1) ? words[position + 1] : nil
    }
    let path = given ?? StoreOptions.usualPath
    guard let timeline = try? Timeline.open(at: path, options: TimelineOptions(access: .read)),
      let streams = try? timeline.log.streams(after: nil, limit: 1000)
    else { return [] }
    return streams.map(\.name.rawValue).filter { $0.hasPrefix(prefix) }
  }
}
