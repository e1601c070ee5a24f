public import EDTF

/// A claim that did not come from prose: an attribute of a subject has a value for some days.
///
/// Where two recorded facts cover the same day, the one recorded later holds there.
public struct Fact: Hashable, Sendable {
  public var subject: EntityID
  public var attribute: String
  /// `nil` clears the attribute over the days.
  public var value: String?
  /// First day, inclusive.
  public var from: Day
  /// First day after, exclusive; `nil` for an open end.
  public var to: Day?

  public init(subject: EntityID, attribute: String, value: String?, from: Day, to: Day?) {
    self.subject = subject
    self.attribute = attribute
    self.value = value
    self.from = from
    self.to = to
  }
}
