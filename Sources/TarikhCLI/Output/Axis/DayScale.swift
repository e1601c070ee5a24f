import Tarikh

/// Days spread over the columns of an axis, each column at least one day wide.
struct DayScale {
  let first: Day
  let columns: Int
  /// How many days it has.
  private let count: Int

  /// - Precondition: `first` is not after `last`, and there is a column.
  init(from first: Day, to last: Day, columns: Int) {
    precondition(first <= last && columns > 0, "an axis has a day and a column")
    self.first = first
    self.columns = columns
    count = last.rawValue - first.rawValue + 1
  }

  var last: Day { first.advanced(by: count - 1) }

  /// How many columns so many days take, perhaps less than one.
  func width(ofDays days: Double) -> Double { days * Double(columns) / Double(count) }

  /// The days of a column; neighbours share a day where there are more columns than days.
  func days(of column: Int) -> Range<Day> {
    let start = self.start(of: column)
    return start..<max(start.advanced(by: 1), self.start(of: column + 1))
  }

  /// The leftmost column that has the day; `nil` where none has.
  ///
  /// - Complexity: O(log *n*) in the columns.
  func column(of day: Day) -> Int? {
    guard first <= day, day <= last else { return nil }
    var (low, high) = (0, columns - 1)
    while low < high {
      let middle = (low + high) / 2
      if days(of: middle).upperBound > day { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // In two steps: the product of days and columns could overflow.
  private func start(of column: Int) -> Day {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: columns)
    return first.advanced(by: whole * column + rest * column / columns)
  }
}
