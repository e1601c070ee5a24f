/// The first thing that is wrong with the pages of a data file.
public struct PageDamage: Hashable, Sendable, CustomStringConvertible {
  /// Which page, counted from 0; it begins at byte `page * pageSize` of the file.
  public let page: UInt64
  public let kind: Kind

  /// What is wrong with a page.
  public enum Kind: Hashable, Sendable {
    /// The file ends before the page does.
    case missing
    /// A page that leads to it gives a number that no page of the file can have.
    case outOfRange
    /// Two places lead to the page.
    case usedTwice
    /// It is not the kind of page that its place asks for, or carries another number.
    case wrongKind
    /// Its parts don't lie inside it.
    case wrongLayout
    /// Its keys are not in ascending order, or not between those of the page above.
    case wrongOrder
    /// What the table says about itself doesn't agree with its pages.
    case wrongCount
  }

  public var description: String {
    let what =
      switch kind {
      case .missing: "the file ends before it"
      case .outOfRange: "no page can have this number"
      case .usedTwice: "two places lead to it"
      case .wrongKind: "it is not what its place asks for"
      case .wrongLayout: "its parts do not lie inside it"
      case .wrongOrder: "its keys are not in order"
      case .wrongCount: "its table's figures do not agree with its pages"
      }
    return "page \(page) of the data file is damaged: \(what)"
  }
}

/// Carries a ``PageDamage`` or a failure to read out of the check.
enum PageCheckFailure: Error {
  case damaged(PageDamage)
  case unreadable(LMDBError)
}
