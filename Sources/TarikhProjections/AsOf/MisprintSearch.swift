/// Finds the suspects among figures by counting, so that a variable with very many claims takes
/// no longer a claim than one with few.
///
/// A figure is a suspect where no other number within a year is near it, and more voices give
/// other numbers than give it. A voice is a source with its number: an article may quote two.
struct MisprintSearch {
  private let figures: [Figure]
  /// The different numbers, ascending.
  private let numbers: [Double]

  init(_ figures: [Figure]) {
    self.figures = figures
    numbers = Set(figures.map(\.number)).sorted()
  }

  /// - Complexity: O(*n* log *n*).
  var suspects: [Figure] {
    let isolated = isolatedFigures
    guard !isolated.isEmpty else { return [] }
    let voices = Dictionary(grouping: figures) { Voice(source: $0.source, number: $0.number) }
    let everyone = VoiceCount(voices.values.map { $0.map(\.days) })
    let sayers = Dictionary(grouping: voices) { $0.key.number }
      .mapValues { VoiceCount($0.map { $0.value.map(\.days) }) }
    let all = everyone.counts(near: isolated.map(\.near))
    var suspects: [Figure] = []
    let places = Dictionary(grouping: isolated.indices) { isolated[$0].number }
    for (number, group) in places {
      let supporters = sayers[number]?.counts(near: group.map { isolated[$0].near }) ?? []
      for (place, supporters) in zip(group, supporters) where all[place] - supporters > supporters {
        suspects.append(isolated[place])
      }
    }
    return suspects
  }

  private struct Voice: Hashable {
    let source: String
    let number: Double
  }

  /// Those with no other number within a year that is not far.
  private var isolatedFigures: [Figure] {
    let ranges = rivalRanges
    var counts = [Int](repeating: 0, count: figures.count)
    // What overlaps a range of days begins before its end, and does not end before its start.
    let begins = figures.map { (day: $0.days.lowerBound, place: place(of: $0)) }
    let ends = figures.map { (day: $0.days.upperBound, place: place(of: $0)) }
    add(1, upTo: figures.map(\.near.upperBound), of: begins, ranges, to: &counts)
    add(-1, upTo: figures.map { $0.near.lowerBound - 1 }, of: ends, ranges, to: &counts)
    return figures.indices.filter { counts[$0] == 0 }.map { figures[$0] }
  }

  /// Adds `sign` for every entry up to the figure's day whose number is in its range, its own
  /// number apart.
  private func add(
    _ sign: Int, upTo days: [Int], of entries: [(day: Int, place: Int)], _ ranges: [Range<Int>],
    to counts: inout [Int]
  ) {
    var tally = RunningTally(count: numbers.count)
    var waiting = entries.sorted { $0.day < $1.day }[...]
    for index in figures.indices.sorted(by: { days[$0] < days[$1] }) {
      while let entry = waiting.first, entry.day <= days[index] {
        tally.add(at: entry.place)
        waiting.removeFirst()
      }
      let (range, own) = (ranges[index], place(of: figures[index]))
      let others = tally.sum(in: range) - tally.sum(in: own..<own + 1)
      counts[index] += sign * others
    }
  }

  /// For each figure, the places of the numbers that are not far from it, itself among them.
  private var rivalRanges: [Range<Int>] {
    let ranges = numbers.map { number in
      numbers.partitionPoint {
        $0 >= number || !Figure.isFar($0, from: number)
      }..<numbers.partitionPoint { $0 > number && Figure.isFar($0, from: number) }
    }
    return figures.map { ranges[place(of: $0)] }
  }

  private func place(of figure: Figure) -> Int {
    numbers.partitionPoint { $0 >= figure.number }
  }
}

/// How many voices of a group spoke within some days.
private struct VoiceCount {
  /// The first and last days of the stretches over which one voice spoke, ascending.
  private let begins: [Int]
  private let ends: [Int]
  /// Between two stretches of one voice: the end of one, the beginning of the next.
  private let gaps: [(end: Int, begin: Int)]

  /// - Parameter voices: for each of them, the days of what it said.
  init(_ voices: some Sequence<[ClosedRange<Int>]>) {
    var stretches: [ClosedRange<Int>] = []
    var gaps: [(end: Int, begin: Int)] = []
    for voice in voices {
      var current: ClosedRange<Int>?
      for days in voice.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = current, days.lowerBound <= last.upperBound {
          current = last.lowerBound...max(last.upperBound, days.upperBound)
        } else {
          if let last = current {
            stretches.append(last)
            gaps.append((last.upperBound, days.lowerBound))
          }
          current = days
        }
      }
      if let current { stretches.append(current) }
    }
    begins = stretches.map(\.lowerBound).sorted()
    ends = stretches.map(\.upperBound).sorted()
    self.gaps = gaps.sorted { $0.begin < $1.begin }
  }

  /// For each range of days, how many of the voices it meets.
  ///
  /// That is the stretches it meets, less one for each gap between two of them.
  /// - Complexity: O((*n* + *m*) log *n*).
  func counts(near ranges: [ClosedRange<Int>]) -> [Int] {
    let gapEnds = gaps.map(\.end).sorted()
    var tally = RunningTally(count: gapEnds.count)
    var waiting = gaps[...]
    var counts = [Int](repeating: 0, count: ranges.count)
    for index in ranges.indices.sorted(by: { ranges[$0].upperBound < ranges[$1].upperBound }) {
      let days = ranges[index]
      while let gap = waiting.first, gap.begin <= days.upperBound {
        tally.add(at: gapEnds.partitionPoint { $0 >= gap.end })
        waiting.removeFirst()
      }
      let met =
        begins.partitionPoint { $0 > days.upperBound }
        - ends.partitionPoint { $0 >= days.lowerBound }
      let within = gapEnds.partitionPoint { $0 >= days.lowerBound }..<gapEnds.count
      counts[index] = met - tally.sum(in: within)
    }
    return counts
  }
}
