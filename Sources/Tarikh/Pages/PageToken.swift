/// A piece of a page's markup.
enum PageToken: Hashable, Sendable {
  /// Names are in small letters; of two attributes of a name the first counts.
  case start(name: String, attributes: [String: String], isClosed: Bool)
  case end(name: String)
  /// Characters with their references replaced.
  case text(String)
  /// What stands in a script or style, as it is.
  case raw(String)
}
