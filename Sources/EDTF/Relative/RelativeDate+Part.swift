extension RelativeDate.Part {
  /// This part of `whole`, as the table at ``RelativeDate/Part`` has it.
  func expression(of whole: EDTFExpression) -> EDTFExpression? {
    guard let units = Units(whole) else { return nil }
    if units.grain == .month, units.isOneYear, let season, let year = units.firstYear {
      return EDTFExpression(year: year, season)
    }
    if units.count == 1, !isDivision { return whole }
    guard let range = range(in: units) else { return nil }
    let part = units.expression(range)
    return isDivision ? part : part?.approximate()
  }

  private var season: EDTFSubYear? {
    switch self {
    case .spring: .spring
    case .summer: .summer
    case .autumn: .autumn
    case .winter: .winter
    default: nil
    }
  }

  /// Whether it divides exactly (halves, quarters, seasons).
  private var isDivision: Bool {
    switch self {
    case .start, .early, .middle, .late, .end: false
    default: true
    }
  }

  /// Which units of the whole, counted from 0.
  private func range(in units: Units) -> Range<Int>? {
    let count = units.count
    switch self {
    case .firstHalf: return count > 1 ? 0..<(count / 2) : nil
    case .secondHalf: return count > 1 ? (count / 2)..<count : nil
    case .firstQuarter: return quarter(0, of: count)
    case .secondQuarter: return quarter(1, of: count)
    case .thirdQuarter: return quarter(2, of: count)
    case .fourthQuarter: return quarter(3, of: count)
    case .spring, .summer, .autumn, .winter: return nil
    case .start where units.isOneYear: return 0..<1
    case .end where units.isOneYear: return (count - 1)..<count
    case .end where units.isWeek: return 5..<7
    case .start, .early, .middle, .late, .end: return third(in: units)
    }
  }

  private func quarter(_ index: Int, of count: Int) -> Range<Int>? {
    count % 4 == 0 ? (index * count / 4)..<((index + 1) * count / 4) : nil
  }

  private func third(in units: Units) -> Range<Int>? {
    let count = units.count
    let (firstEnd, lastStart) =
      units.isOneMonth ? (10, 20) : ((count + 2) / 3, count - count / 3)
    switch self {
    case .start, .early: return 0..<firstEnd
    case .middle:
      let middle = units.isWeek ? 1..<5 : firstEnd..<lastStart
      return middle.isEmpty ? nil : middle
    default:
      let start = units.isWeek ? 3 : lastStart
      return start < count ? start..<count : nil
    }
  }
}
