import Tarikh

/// A report's time as a bar: where it certainly is, where it may be, and how its sides are open.
///
/// What happened on one of some days is certain only in a column that holds all of them, so a
/// coarser axis shows more that is certain. "Since" and "until" mean all of their days.
struct UncertaintyBar: Hashable {
  static let certain: Character = "█"
  static let possible: Character = "░"
  static let openLeft: Character = "◂"
  static let openRight: Character = "▸"
  static let cutLeft: Character = "‹"
  static let cutRight: Character = "›"
  static let unknown: Character = "?"

  static let legend =
    "\(certain) certain  \(possible) possible  \(openLeft) \(openRight) open  \(unknown) no end known  "
    + "\(cutLeft) \(cutRight) goes on beyond the days shown"

  /// One character a column.
  let text: String

  init(_ when: When?, on scale: DayScale) {
    guard let when else {
      text = String(repeating: " ", count: scale.columns)
      return
    }
    var cells = (0..<scale.columns).map { Self.cell(when, scale.days(of: $0)) }
    let bounds = when.edtf.bounds
    if cells.first != " " {
      cells[0] =
        Self.side(
          bounds.earliest, open: Self.openLeft, cut: Self.cutLeft
        ) { $0 < scale.first } ?? cells[0]
    }
    if let end = cells.indices.last, end > 0, cells[end] != " " {
      cells[end] =
        Self.side(
          bounds.latest, open: Self.openRight, cut: Self.cutRight
        ) { $0 > scale.last } ?? cells[end]
    }
    text = String(cells)
  }

  private static func cell(_ when: When, _ days: Range<Day>) -> Character {
    let isWhole = when.relation == .since || when.relation == .until
    return switch isWhole ? when.edtf.overlaps(days) : when.edtf.occurs(in: days) {
    case .certain: certain
    case .possible: possible
    case .impossible: " "
    }
  }

  private static func side(
    _ bound: DayBound, open: Character, cut: Character, isBeyond: (Day) -> Bool
  ) -> Character? {
    switch bound {
    case .open: open
    case .unknown: unknown
    case .day(let day): isBeyond(day) ? cut : nil
    }
  }
}
