internal import Foundation

/// What a page says of its article as linked data: JSON-LD with the words of schema.org.
struct LinkedArticle: Hashable, Sendable {
  var headline: String?
  var published: String?
  var publisher: String?
  var url: String?

  /// The types of schema.org that an article may have, best first.
  private static let types = [
    ["NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle"],
    ["Article", "BlogPosting", "LiveBlogPosting", "OpinionNewsArticle", "SocialMediaPosting"],
    ["WebPage", "ItemPage"],
  ]

  /// Parts of an article that are other articles.
  private static let elsewhere: Set<String> = [
    "itemListElement", "hasPart", "isPartOf", "mentions", "relatedLink", "citation", "comment",
  ]

  /// More than any page has, so that a hostile one costs no more.
  private static let objectLimit = 10_000

  /// The article of a page's scripts; of several, the first of the best type.
  static func article(inScripts scripts: [String]) -> LinkedArticle? {
    let objects = scripts.flatMap(Self.objects(in:))
    for names in types {
      let found = objects.first { object in
        !Set(strings(object["@type"])).isDisjoint(with: names)
          && (object["datePublished"] != nil || object["headline"] != nil)
      }
      if let found { return LinkedArticle(found, among: objects) }
    }
    return nil
  }

  private init(_ object: [String: Any], among objects: [[String: Any]]) {
    headline = Self.strings(object["headline"]).first ?? Self.strings(object["name"]).first
    published = Self.strings(object["datePublished"]).first
    url = Self.strings(object["url"]).first ?? Self.strings(object["mainEntityOfPage"]).first
    if let publisher = Self.objects(object["publisher"]).first {
      // A publisher may be named by reference to another object of the page.
      let id = publisher["@id"] as? String
      let named = objects.first { $0["@id"] as? String == id && id != nil && $0["name"] != nil }
      self.publisher = Self.strings(publisher["name"] ?? named?["name"]).first
    }
  }

  /// All objects of a script, outer ones first, but for those of other articles.
  private static func objects(in script: String) -> [[String: Any]] {
    // Pages put line ends into strings and comments around the whole; neither is JSON.
    let plain = script.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
    guard
      let start = plain.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = plain.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }),
      start < end, let value = try? JSONSerialization.jsonObject(with: Data(plain[start...end]))
    else { return [] }
    var result: [[String: Any]] = []
    var waiting = [value]
    var next = 0
    while next < waiting.count, next < objectLimit {
      if let list = waiting[next] as? [Any] { waiting += list }
      if let object = waiting[next] as? [String: Any] {
        result.append(object)
        waiting += object.keys.sorted().filter { !elsewhere.contains($0) }.compactMap { object[$0] }
      }
      next += 1
    }
    return result
  }

  private static func objects(_ value: Any?) -> [[String: Any]] {
    (value as? [Any] ?? [value as Any]).compactMap { $0 as? [String: Any] }
  }

  /// A text, a list of texts, or what an object is known by.
  private static func strings(_ value: Any?) -> [String] {
    let values = value as? [Any] ?? [value as Any]
    return values.compactMap { value in
      (value as? String) ?? (value as? [String: Any])?["@id"] as? String
    }
    .map(PageText.folded).filter { !$0.isEmpty }
  }
}
