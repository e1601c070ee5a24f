import Foundation
import Tarikh

/// Says what was known of the French troops in Chad on a day, and from which sentences.
func troopLevels(storeAt path: String) async throws -> [String] {
  let timeline = try Timeline.open(at: path, options: TimelineOptions(access: .create))
  for article in try await SampleArticles.all() { try await timeline.ingest(article) }
  try timeline.updateViews()

  let asOf = AsOf(valid: Day("2024-12-05"), knownAt: .head, publishedBy: nil, accordingTo: nil)
  let query = AsOfQuery(
    asOf: asOf, subject: EntityID(rawValue: "actor:france"), attribute: "troop-level",
    policy: .ontology)
  return try timeline.state(query).states.flatMap(\.claims).map { claim in
    "\(claim.value): \(claim.speaker?.rawValue ?? "the article"), «\(claim.quote ?? "")»"
  }
}
