import ArabicDates
import EDTF
import TarikhExtraction
import TarikhModel
import Testing

@Suite struct `The bundled lexicon` {
  static let lexicon = EntityLexicon.bundled

  @Test func `names at least 1,500 things`() {
    #expect(Self.lexicon.entries.count >= 1500)
  }

  @Test func `recognises every label as its own entry`() {
    let recognizer = EntityRecognizer(lexicon: Self.lexicon)
    var wrong: [String] = []
    for entry in Self.lexicon.entries {
      // A common word needs its cue before it.
      let found = [entry.label, "في " + entry.label].contains { text in
        recognizer.mentions(in: ArabicText(text)).contains {
          $0.entity == entry.id || $0.attributes.asActor == entry.id
        }
      }
      if !found { wrong.append("\(entry.id.rawValue) \(entry.label)") }
    }
    #expect(wrong == [])
  }

  @Test func `gives a name to two things only where both say so`() {
    var owners: [[Word]: Set<EntityID>] = [:]
    for entry in Self.lexicon.entries {
      for name in entry.names { owners[EntityLexicon.phrase(name), default: []].insert(entry.id) }
    }
    let shared = owners.filter { $0.value.count > 1 }.keys
      .map { $0.map(\.description).joined(separator: " ") }
    // Homonyms decided by the states that a text names.
    let declared: Set = [
      "طرابلس", "عمان", "الكونغو", "التحالف", "قوات التحالف", "دول التحالف", "الميادين", "طرطوس",
    ]
    #expect(Set(shared) == declared)
  }

  @Test func `keeps to the forms of ids, Wikidata numbers and coordinates`() {
    for entry in Self.lexicon.entries {
      let id = entry.id.rawValue
      #expect(id.wholeMatch(of: /[a-z]+:[a-z0-9-]+/) != nil, "\(id)")
      #expect(
        entry.wikidata?.wholeMatch(of: /Q[1-9][0-9]*/) != nil || entry.wikidata == nil, "\(id)")
      #expect(!entry.label.isEmpty && !entry.englishLabel.isEmpty, "\(id)")
      if let place = entry.coordinates {
        #expect(abs(place.latitude) <= 90 && abs(place.longitude) <= 180, "\(id)")
      }
    }
    let numbers = Self.lexicon.entries.compactMap(\.wikidata)
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func `knows who held an office on a day`() throws {
    let office = EntityID(rawValue: "office:us-president")
    let day = try #require(Day(year: 2024, month: 9, day: 21))
    let later = try #require(Day(year: 2025, month: 10, day: 1))
    #expect(Self.lexicon.holder(of: office, on: day) == EntityID(rawValue: "person:joe-biden"))
    #expect(Self.lexicon.holder(of: office, on: later) == EntityID(rawValue: "person:donald-trump"))
  }

  @Test func `every interval of office is EDTF`() {
    for entry in Self.lexicon.entries {
      for held in entry.offices {
        #expect(EDTFExpression(held.interval) != nil, "\(entry.id.rawValue) \(held.interval)")
      }
    }
  }
}
