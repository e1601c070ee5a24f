public import EDTF
internal import Foundation
public import TarikhLog
public import TarikhModel

/// A question for the state of things with what it was answered from, to be printed beside the
/// answer and asked again years later.
///
/// Written as one line without spaces: `tarikh:as-of?day=2024-12-05&known-at=41&tree=…&answer=…`.
public struct Citation: Hashable, Sendable {
  public var day: Day
  public var subject: EntityID?
  public var attribute: String?
  public var publishedBy: Day?
  public var accordingTo: String?
  /// The name of the policy.
  public var policy: String
  /// The log as far as the answer looked at it.
  public var head: TreeHead
  /// The digest of the answer: see ``AsOfAnswer/digest``.
  public var answer: Digest
}

extension Citation: LosslessStringConvertible {
  private static let opening = "tarikh:as-of?"

  public var description: String {
    var fields = [("day", day.description), ("known-at", "\(head.position)")]
    if let subject { fields.append(("subject", subject.rawValue)) }
    if let attribute { fields.append(("attribute", attribute)) }
    if let publishedBy { fields.append(("published-by", publishedBy.description)) }
    if let accordingTo { fields.append(("according-to", accordingTo)) }
    fields += [("policy", policy), ("tree", "\(head.root)"), ("answer", "\(answer)")]
    return Self.opening
      + fields.map { "\($0)=\(Self.escaped($1))" }.joined(separator: "&")
  }

  /// Reads what ``description`` writes; `nil` for anything else, a key of another kind included.
  public init?(_ text: String) {
    guard text.hasPrefix(Self.opening) else { return nil }
    var fields: [String: String] = [:]
    for field in text.dropFirst(Self.opening.count).split(separator: "&") {
      let pair = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, let value = String(pair[1]).removingPercentEncoding,
        fields.updateValue(value, forKey: String(pair[0])) == nil
      else { return nil }
    }
    guard let day = fields.removeValue(forKey: "day").flatMap({ Day($0) }),
      let position = fields.removeValue(forKey: "known-at").flatMap({ UInt64($0) }),
      let policy = fields.removeValue(forKey: "policy"),
      let root = fields.removeValue(forKey: "tree").flatMap({ Digest($0) }),
      let answer = fields.removeValue(forKey: "answer").flatMap({ Digest($0) })
    else { return nil }
    var publishedBy: Day?
    if let text = fields.removeValue(forKey: "published-by") {
      guard let day = Day(text) else { return nil }
      publishedBy = day
    }
    self.init(
      day: day, subject: fields.removeValue(forKey: "subject").map(EntityID.init(rawValue:)),
      attribute: fields.removeValue(forKey: "attribute"), publishedBy: publishedBy,
      accordingTo: fields.removeValue(forKey: "according-to"), policy: policy,
      head: TreeHead(position: Position(rawValue: position), root: root), answer: answer)
    guard fields.isEmpty else { return nil }
  }

  /// Percent-encoded but for what stands in ids and dates (RFC 3986, section 2.3).
  private static func escaped(_ text: String) -> String {
    let plain = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:")
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? text
  }
}
