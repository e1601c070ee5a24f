extension RandomAccessCollection {
  /// Where the elements that satisfy `predicate` end, all of them standing first.
  ///
  /// - Complexity: O(log *n*).
  func endOfPrefix(where predicate: (Element) -> Bool) -> Index {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = index(low, offsetBy: distance(from: low, to: high) / 2)
      if predicate(self[middle]) { low = index(after: middle) } else { high = middle }
    }
    return low
  }

  /// The last of the elements that satisfy `predicate`, all of them standing first.
  func lastOfPrefix(where predicate: (Element) -> Bool) -> Element? {
    let end = endOfPrefix(where: predicate)
    return end == startIndex ? nil : self[index(end, offsetBy: -1)]
  }
}
