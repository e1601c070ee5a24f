import Tarikh

/// A subject as people write it: an id, or a name in Arabic or English.
enum SubjectName {
  /// The entity that is meant.
  ///
  /// An id is taken as it is: a desk may have made one of its own.
  static func entity(_ text: String) throws -> EntityID {
    if text.contains(":") { return EntityID(rawValue: text) }
    let ids = SubjectNames.bundled.ids(named: text)
    if ids.count == 1 { return ids[0] }
    guard ids.isEmpty else {
      throw Failure(
        .usage, "\(text): means \(list(ids)); give the id of the one that is meant")
    }
    let near = SubjectNames.bundled.near(text, limit: 3)
    let hint = near.isEmpty ? "give its id, such as actor:france" : "did you mean \(list(near))?"
    throw Failure(.usage, "\(text): nobody is known by that name; \(hint)")
  }

  /// What to try instead of an id that nothing is known of.
  static func hint(for id: EntityID) -> String {
    guard !SubjectNames.bundled.knows(id) else { return "" }
    let near = SubjectNames.bundled.near(id.rawValue, limit: 3)
    return near.isEmpty ? "" : " Did you mean \(list(near))?"
  }

  private static func list(_ ids: [EntityID]) -> String {
    ids.prefix(5).map(\.rawValue).joined(separator: " or ")
  }
}
