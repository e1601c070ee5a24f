internal import TarikhModel

/// The keys that a shape reads, and those of the shapes inside it.
///
/// A key that nobody reads is mostly a misspelt one: events with such keys are refused, so that
/// nothing that was meant is lost in silence.
package struct KnownKeys: Sendable, ExpressibleByDictionaryLiteral {
  /// `nil` where a value has no keys, or they may be any.
  private let inner: [String: KnownKeys]?

  package init(dictionaryLiteral elements: (String, KnownKeys)...) {
    inner = Dictionary(elements, uniquingKeysWith: { first, _ in first })
  }

  private init(inner: [String: KnownKeys]?) { self.inner = inner }

  /// A value without keys, or with any.
  package static let any = KnownKeys(inner: nil)

  /// Keys whose values have none.
  package static func plain(_ names: String...) -> KnownKeys {
    KnownKeys(inner: Dictionary(uniqueKeysWithValues: names.map { ($0, .any) }))
  }

  /// The keys of both.
  package func joined(to other: KnownKeys) -> KnownKeys {
    KnownKeys(inner: (inner ?? [:]).merging(other.inner ?? [:]) { first, _ in first })
  }

  /// Which keys there are, by name; `nil` where there may be any.
  package var names: [String]? { inner?.keys.sorted() }

  /// What may stand under `key`; `nil` where nothing may.
  func under(_ key: String) -> KnownKeys? {
    guard let inner else { return .any }
    return inner[key]
  }
}

extension KnownKeys {
  /// What ``EventJSON`` reads.
  package static let event = KnownKeys.plain(
    "position", "stream", "revision", "address", "recorded", "type", "id", "hash"
  ).joined(to: payload)

  /// What ``NewEventJSON`` reads.
  package static let newEvent = KnownKeys.plain("type", "id").joined(to: payload)

  /// What ``PayloadJSON`` reads.
  static let payload: KnownKeys = [
    "article": .plain(
      "title", "outlet", "url", "language", "published", "publishedBasis", "publishedReason",
      "sha256", "length", "text"),
    "report": report, "fact": .plain("subject", "attribute", "value", "from", "to"),
    "target": .any, "redated": .plain("published", "publishedBasis", "publishedReason"),
    "reason": .any, "by": .any, "bodyHash": .any,
  ]

  /// What an extracted report has beside a report's own keys.
  package static let extractedReport = report.joined(to: .plain("sentence", "id"))

  /// What ``ReportJSON`` reads.
  static let report: KnownKeys = [
    "kind": .any,
    "when": [
      "edtf": .any, "earliest": .any, "latest": .any, "expression": .any, "relation": .any,
      "certainty": .any, "dependsOnPublication": .any,
      "relative": relativeDate(depth: EventRecord.relativeDateDepth),
    ],
    "modality": .any, "polarity": .any, "aspect": .any, "detail": .any,
    "attribution": .plain("speaker", "role", "channel", "verb", "anonymous", "quoted", "via"),
    "participants": .plain("role", "entity", "text"),
    "quantities": .plain("min", "max", "comparator", "unit", "measure", "of", "expression"),
    "evidence": .plain("quote", "start", "end", "trigger"), "saidIn": .any,
    "extractor": .plain("name", "version"),
  ]

  /// What ``RelativeDateJSON`` reads; rules stand in rules, as deep as a record takes them.
  private static func relativeDate(depth: Int) -> KnownKeys {
    if depth == 0 { return .any }
    let inner = relativeDate(depth: depth - 1)
    return [
      "day": .plain("offset"), "week": .plain("offset"), "month": .plain("offset"),
      "period": .plain("unit", "offset"), "weekday": .plain("day", "direction"),
      "monthOfYear": .plain("month", "direction"),
      "dayOfYear": .plain("month", "day", "direction"), "monthIn": .plain("yearOffset", "month"),
      "dayOf": ["date": inner, "day": .any],
      "weekdayOf": ["date": inner, "weekday": .any, "nth": .any],
      "part": ["name": .any, "date": inner], "span": ["from": inner, "to": inner],
      "running": .plain("unit", "count"), "ago": .plain("unit", "count"),
      "approximately": ["date": inner], "fixed": .plain("edtf"),
    ]
  }
}
