import Foundation
import TarikhExtraction
import TarikhModel
import Testing

@Suite struct `A lexicon of the user's own` {
  private let text = "قال قائد حرس الشمال إن قوات حرس الشمال انسحبت أمس من قاعدة الصخرة."
  private let entries = """
    # id, category, Arabic, English, spellings, state
    actor:north-guard\tforce\tحرس الشمال\tNorth Guard\tقوات حرس الشمال\tiraq
    base:rock\tbase\tقاعدة الصخرة\tRock Base
    """

  @Test func `makes its names known, and the extractor another version`() throws {
    let extractor = try Extractor(lexicons: [lexicon(entries)])
    let reports = extractor.extract(text, publication: nil).reports.map(\.report)
    let withdrawal = try #require(reports.first { $0.kind == .withdrawal })
    #expect(
      withdrawal.participants.map(\.entity.rawValue) == ["actor:north-guard", "base:rock"])
    #expect(extractor.version.name == Extractor.bundledVersion.name)
    #expect(extractor.version != Extractor.bundledVersion)
    #expect(reports.allSatisfy { $0.extractor == extractor.version })
    #expect(try Extractor(lexicons: [lexicon(entries)]).version == extractor.version)
    #expect(try Extractor(lexicons: []).version == Extractor.bundledVersion)
  }

  @Test func `adds spellings to what is known, and goes before it`() throws {
    let more = "actor:france\tstate\tبلاد الغال\tFrance\nactor:x\tforce\tالجيش الفرنسي\tX"
    let extractor = try Extractor(lexicons: [lexicon(more)])
    func speaker(_ text: String) -> String? {
      extractor.extract(text, publication: nil).reports.first?.report.attribution?.speaker.rawValue
    }
    #expect(speaker("أعلنت بلاد الغال أن القوات ستغادر غدا.") == "actor:france")
    #expect(speaker("أعلن الجيش الفرنسي أن القوات ستغادر غدا.") == "actor:x")
  }

  @Test(
    arguments: [
      ("actor:a\tforce", "mine.tsv:1", "2 fields"),
      ("# ok\n\nactor:a\tarmy\tاسم\tName", "mine.tsv:3", "category"),
      ("Actor A\tforce\tاسم\tName", "mine.tsv:1", "id"),
      ("actor:a\tforce\t\tName", "mine.tsv:1", "name"),
      ("actor:a\tforce\tاسم\tName\t\tmars", "mine.tsv:1", "state"),
      ("place:a\tplace\tاسم\tName\t\t\t\t91,0", "mine.tsv:1", "coordinates"),
      ("person:a\tperson\tاسم\tName\t\t\t\t\tpresident", "mine.tsv:1", "offices"),
      ("actor:a\tforce\tاسم\tName\nactor:a\tforce\tاسم\tName", "mine.tsv:2", "twice"),
    ])
  func `that is none is refused with the line and what to do`(
    text: String, place: String, word: String
  ) {
    #expect {
      try lexicon(text)
    } throws: { error in
      guard let problem = error as? LexiconProblem else { return false }
      return problem.place == place && problem.reason.contains(word)
    }
  }

  @Test func `in another encoding is refused`() {
    #expect(throws: LexiconProblem.self) {
      try UserLexicon(name: "mine.tsv", data: Data([0xC3, 0x28]))
    }
  }

  private func lexicon(_ text: String) throws -> UserLexicon {
    try UserLexicon(name: "mine.tsv", data: Data(text.utf8))
  }
}
