import Tarikh

/// The two lines over the bars: what the marks are called, and the marks.
struct AxisHead {
  let labels: String
  let rule: String

  init(_ scale: DayScale) {
    var labels = ""
    var rule = [Character](repeating: "─", count: scale.columns)
    let step = CalendarStep.fitting(scale)
    for mark in step?.marks(on: scale) ?? [] {
      guard let column = scale.column(of: mark), let label = step?.label(of: mark) else { continue }
      rule[column] = "┬"
      guard labels.isEmpty || column > labels.count, column + label.count <= scale.columns
      else { continue }
      labels += String(repeating: " ", count: column - labels.count) + label
    }
    if labels.isEmpty {
      // No mark has room: the first day, or as much of it as is still a date.
      let names = [CalendarStep.days(1), .months(1), .years(1)].map { $0.label(of: scale.first) }
      labels = names.first { $0.count <= scale.columns } ?? ""
    }
    self.labels = labels + String(repeating: " ", count: scale.columns - labels.count)
    self.rule = String(rule)
  }
}
