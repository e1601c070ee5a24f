/// Counts at places, and sums of them over a range of places (a Fenwick tree).
struct RunningTally {
  private var sums: [Int]

  init(count: Int) { sums = [Int](repeating: 0, count: count + 1) }

  /// - Complexity: O(log *n*).
  mutating func add(at place: Int) {
    var node = place + 1
    while node < sums.count {
      sums[node] += 1
      node += node & -node
    }
  }

  /// - Complexity: O(log *n*).
  func sum(in places: Range<Int>) -> Int {
    sum(before: places.upperBound) - sum(before: places.lowerBound)
  }

  private func sum(before place: Int) -> Int {
    var (node, sum) = (place, 0)
    while node > 0 {
      sum += sums[node]
      node -= node & -node
    }
    return sum
  }
}

extension RandomAccessCollection {
  /// The first place from which on `isBehind` holds; it holds for no element before.
  ///
  /// - Complexity: O(log *n*).
  func partitionPoint(_ isBehind: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isBehind(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
