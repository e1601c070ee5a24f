internal import TarikhModel

/// Who stands behind the words of a row, as far as filters and rivalry need it.
struct ClaimSource: Hashable, Sendable {
  /// `nil` for the article's own voice.
  var speaker: EntityID?
  var anonymous: Bool
  var via: [EntityID]

  init(_ attribution: Attribution?) {
    speaker = attribution?.speaker
    anonymous = attribution?.anonymous ?? false
    via = attribution?.via ?? []
  }

  /// Whether a question for what `name` says is a question for this.
  ///
  /// `name` is an entity id, an id without its class, or the name of the outlet.
  func matches(_ name: String, outlet: String?) -> Bool {
    if let outlet, outlet.lowercased() == name.lowercased() { return true }
    return ([speaker].compactMap { $0 } + via).contains { entity in
      entity.rawValue == name || entity.rawValue.hasSuffix(":" + name)
    }
  }
}

extension RowWriter {
  mutating func write(_ source: ClaimSource) {
    write(source.speaker?.rawValue)
    write(source.anonymous)
    write(source.via.map(\.rawValue))
  }
}

extension RowReader {
  mutating func source() throws(ViewError) -> ClaimSource {
    var source = ClaimSource(nil)
    source.speaker = try optionalText().map(EntityID.init(rawValue:))
    source.anonymous = try flag()
    source.via = try texts().map(EntityID.init(rawValue:))
    return source
  }
}
