import Tarikh

/// Reports under a time axis, one a row: when as a bar, of which kind, and in which words.
struct TimelinePage {
  private let entries: [TimelineEntry]
  private let screen: Screen
  private let scale: DayScale
  private let layout: TimelineColumns

  /// - Parameters:
  ///   - from: the first day asked for; else the first that a report names.
  ///   - to: the last day asked for; else the last that a report names.
  /// `nil` where no day is named at all, so that there is no axis.
  init?(_ entries: [TimelineEntry], from: Day?, to: Day?, screen: Screen, width: Int) {
    let bounds = entries.compactMap { $0.report.when?.edtf.bounds }
    let days = bounds.flatMap { [$0.earliest.day, $0.latest.day].compactMap(\.self) }
    guard let first = from ?? days.min(), let last = to ?? days.max() else { return nil }
    layout = TimelineColumns(entries, width: width)
    self.entries = entries
    self.screen = screen
    // A report that only touches the stretch asked for may name no day within it.
    scale = DayScale(from: min(first, last), to: max(first, last), columns: layout.bar)
  }

  var lines: [String] {
    let head = AxisHead(scale)
    var titles = [head.labels]
    if layout.when > 0 { titles.append(padded("when", layout.when)) }
    titles.append(padded("kind", layout.kind))
    if layout.words > 0 { titles.append("what") }
    return [Emphasis.bold(titles.joined(separator: "  "), on: screen), head.rule]
      + entries.map(row)
      + Wrapping.lines(of: UncertaintyBar.legend, width: layout.width).map {
        Emphasis.faint($0, on: screen)
      }
  }

  private func row(_ entry: TimelineEntry) -> String {
    let report = entry.report
    let colour = report.kind.emphasis
    var parts = [colour(UncertaintyBar(report.when, on: scale).text, on: screen)]
    if layout.when > 0 {
      parts.append(padded(report.when?.edtf.description ?? "undated", layout.when))
    }
    parts.append(colour(padded(report.kind.rawValue, layout.kind), on: screen))
    if layout.words > 0 { parts.append(words(of: entry)) }
    if layout.address > 0 { parts.append(Emphasis.faint(entry.address.description, on: screen)) }
    return parts.joined(separator: "  ")
  }

  /// What it says, cut to its column; each piece is isolated by itself.
  private func words(of entry: TimelineEntry) -> String {
    let report = entry.report
    let figures = report.quantities.map(\.words).joined(separator: "; ")
    let pieces = [
      report.words == Modality.asserted.rawValue ? "" : report.words, figures,
      report.attribution?.speaker.rawValue ?? "",
      report.evidence.map { "«\($0.quote)»" } ?? "",
    ].filter { !$0.isEmpty }.map(Bidirectional.harmless)
    var left = layout.words
    var shown: [String] = []
    for piece in pieces where left > 1 {
      let text = DisplayWidth.cut(piece, to: left)
      left -= DisplayWidth.of(text) + 1
      shown.append(Bidirectional.isolate(text, on: screen))
    }
    let padding = layout.address > 0 ? String(repeating: " ", count: max(0, left + 1)) : ""
    return shown.joined(separator: " ") + (shown.isEmpty ? "" : padding)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let text = DisplayWidth.cut(text, to: width)
    return text + DisplayWidth.padding(after: text, to: width)
  }
}
