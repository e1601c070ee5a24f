/// One change of SH1: from a publication on, an item has other figures, or is gone, on some days.
struct SupplyEvent {
  enum Item: String, CaseIterable {
    case contracts, products, suppliers

    /// What the figures are, in their order.
    var columns: [String] {
      switch self {
      case .contracts: ["pid", "sid", "cost", "qty", "grade"]
      case .products: ["category", "retail"]
      case .suppliers: ["region", "tier"]
      }
    }
  }

  var epoch: Int
  var item: Item
  var number: Int
  /// First day and first day after, counted from 2024-01-01.
  var days: Range<Int>
  /// `nil` where the item is gone.
  var figures: [Int]?

  /// The event as the benchmark's rules print it, to compare streams by their digest.
  var line: String {
    let figures = zip(item.columns, figures ?? []).map { ",\"\($0)\":\($1)" }.joined()
    return """
      {"epoch":\(epoch),"table":"\(item.rawValue)","op":"\(self.figures == nil ? "delete" : "put")",\
      "id":\(number),"a":\(days.lowerBound),"b":\(days.upperBound)\(figures)}

      """
  }
}
