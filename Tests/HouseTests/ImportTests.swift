import Foundation
import Testing

@Suite struct `A stage imports only the stages before it` {
  /// The rooms and what each may import; anything else is a door that should not be there.
  static let doors: [String: Set<String>] = [
    "LMDB": ["CLMDB"],
    "EDTF": [],
    "ArabicDates": ["EDTF"],
    "TarikhModel": ["EDTF", "CNettle", "CXXHash"],
    "TarikhExtraction": ["ArabicDates", "EDTF", "TarikhModel"],
    "TarikhLog": ["LMDB", "TarikhModel"],
    "TarikhProjections": ["LMDB", "TarikhLog", "TarikhModel", "EDTF"],
    "TarikhInterchange": ["TarikhModel", "TarikhProjections", "EDTF"],
    "Tarikh": [
      "ArabicDates", "EDTF", "TarikhModel", "TarikhExtraction", "TarikhLog", "TarikhProjections",
      "TarikhInterchange", "Yams",
    ],
    "TarikhCLI": ["Tarikh", "ArgumentParser"],
  ]

  /// Modules of the toolchain, open to every stage.
  static let toolchain: Set<String> = ["Foundation", "Synchronization", "Dispatch", "Glibc"]

  @Test func `every import is in the table`() throws {
    for file in try SourceFile.all(below: ["Sources"]) {
      let allowed = try #require(
        Self.doors[file.target], "\(file.path): the target \(file.target) is not in the table")
      for module in file.imports where !allowed.union(Self.toolchain).contains(module) {
        Issue.record(
          "\(file.path): imports \(module); \(file.target) may import \(allowed.sorted())")
      }
    }
  }

  @Test func `no module has the name of a type declared inside it`() throws {
    for file in try SourceFile.all(below: ["Sources"]) {
      for (index, line) in file.code.enumerated() {
        let declares = line.firstMatch(of: /\b(?:struct|class|enum|actor|protocol) (\w+)/)
        if let declares, String(declares.1) == file.target {
          Issue.record("\(file.place(index)): a type is named like its module")
        }
      }
    }
  }
}
