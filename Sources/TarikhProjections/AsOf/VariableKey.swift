internal import TarikhModel

/// A state variable of one subject.
struct VariableKey: Hashable, Comparable, Sendable {
  var subject: EntityID
  var attribute: String
  var scope: EntityID?

  init(_ claim: ReportedClaim) {
    subject = claim.subject
    attribute = claim.attribute
    scope = claim.scope
  }

  /// Byte order of subject, attribute, scope; without a scope first.
  static func < (a: VariableKey, b: VariableKey) -> Bool {
    for (x, y) in [
      (a.subject.rawValue, b.subject.rawValue), (a.attribute, b.attribute),
      (a.scope?.rawValue ?? "", b.scope?.rawValue ?? ""),
    ] where x != y {
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return a.scope == nil && b.scope != nil
  }
}
