import Tarikh

/// How the columns of a screen are shared between the axis and the words beside it.
///
/// What has no room is left out, from the right: the address, the date, the words.
struct TimelineColumns: Hashable {
  let width: Int
  private(set) var bar = 0
  private(set) var when = 0
  private(set) var kind = 0
  private(set) var words = 0
  private(set) var address = 0

  /// The longest dates of news: `2025-08-21~/2025-08-31~`.
  private static let widestWhen = 23
  private static let narrowestWords = 16

  init(_ entries: [TimelineEntry], width: Int) {
    self.width = width
    kind = entries.reduce(4) { max($0, $1.report.kind.rawValue.count) }
    when = min(
      Self.widestWhen, entries.reduce(4) { max($0, $1.report.when?.edtf.description.count ?? 7) })
    if width < 2 * Self.narrowestWords + kind + when + 6 { when = 0 }
    let rest = width - kind - 2 - (when > 0 ? when + 2 : 0)
    guard rest >= 2 * Self.narrowestWords else {
      bar = max(1, rest)
      return
    }
    bar = min(72, rest * 2 / 5)
    words = rest - bar - 2
    let widestAddress = entries.reduce(0) { max($0, DisplayWidth.of($1.address.description)) }
    if words - widestAddress - 2 >= 2 * Self.narrowestWords {
      address = widestAddress
      words -= widestAddress + 2
    }
  }
}
