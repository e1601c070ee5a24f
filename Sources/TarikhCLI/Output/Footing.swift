import Tarikh

/// The foot of every answer: what it was computed from, and what it leaves out.
enum Footing {
  static func line(_ footing: AnswerFooting) -> String {
    var parts = ["log head \(footing.head.rawValue)", "view at \(footing.viewPosition.rawValue)"]
    let reasons = footing.leftOut.sorted { $0.key < $1.key }
    if !reasons.isEmpty {
      let counts = reasons.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
      parts.append("left out: \(counts)")
    }
    return parts.joined(separator: "; ")
  }

  /// Says the foot of a list on standard error, where a person reads it.
  static func note(_ footing: AnswerFooting, as format: OutputFormat) {
    if format == .table { Console.note(line(footing)) }
  }
}
