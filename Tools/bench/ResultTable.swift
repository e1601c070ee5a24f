/// Figures by name, of which the medians are printed.
struct ResultTable {
  private var names: [String] = []
  private var values: [String: [Double]] = [:]
  private var units: [String: String] = [:]

  mutating func add(_ name: String, _ value: Double, _ unit: String) {
    if values[name] == nil { names.append(name) }
    values[name, default: []].append(value)
    units[name] = unit
  }

  var lines: [String] {
    let width = names.map(\.count).max() ?? 0
    return names.map { name in
      let sorted = (values[name] ?? []).sorted()
      let median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
      let padding = String(repeating: " ", count: width - name.count)
      return "\(name)\(padding)  \(rounded(median)) \(units[name] ?? "")"
    }
  }

  private func rounded(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String((value * 100).rounded() / 100)
  }
}
