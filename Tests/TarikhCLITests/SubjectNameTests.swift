import Foundation
import TestSupport
import Testing

@Suite struct `Subjects by their names` {
  @Test func `an Arabic or English name stands for the id`() throws {
    let tool = try Tool()
    try tool.write(Stories.rival, to: "a.txt")
    try tool.run("ingest", "a.txt")
    let byID = try tool.run("history", "actor:france", "--json").output
    #expect(!byID.isEmpty)
    for name in ["فرنسا", "France", "france"] {
      #expect(try tool.run("history", name, "--json").output == byID, "\(name)")
    }
    let army = try tool.run("timeline", "--subject", "الجيش الفرنسي", "--json")
    #expect(!army.lines.isEmpty, "\(army.errors)")
    let chad = try tool.run("timeline", "--subject", "تشاد", "--json")
    #expect(chad.status == 0, "\(chad.errors)")
  }

  @Test func `a name that nobody has is an error with the nearest`() throws {
    let tool = try Tool()
    try tool.write(Stories.rival, to: "a.txt")
    try tool.run("ingest", "a.txt")
    let misspelt = try tool.run("history", "فرنسه")
    #expect(misspelt.status == 64)
    #expect(misspelt.errors.contains("did you mean actor:france"), "\(misspelt.errors)")
    let unknown = try tool.run("history", "zzzzzzzzzz")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("actor:france"))
    let near = try tool.run("history", "actor:frances")
    #expect(near.status == 0)
    #expect(near.errors.contains("Did you mean actor:france"), "\(near.errors)")
  }
}
