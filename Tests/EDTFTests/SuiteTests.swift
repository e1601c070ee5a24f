import EDTF
import Foundation
import TestSupport
import Testing

private struct Case: Decodable {
  let text: String
  let level: Int?
  let valid: Bool
  let earliest: String?
  let latest: String?

  static func all() throws -> [Case] {
    let file = try #require(SharedFolder.url("suites/edtf/cases.jsonl"))
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
  }

  /// What is wrong with the reading of this case; `nil` when nothing is.
  var complaint: String? {
    guard let expression = EDTFExpression(text) else { return valid ? "rejected" : nil }
    guard valid else { return "accepted" }
    let found = [expression.bounds.earliest, expression.bounds.latest]
    let names = zip(found, ["-infinity", "infinity"]).map { bound, infinity -> String? in
      switch bound {
      case .day(let day): day.description
      case .open: infinity
      case .unknown: nil
      }
    }
    if names != [earliest, latest] { return "bounds \(names), not \([earliest, latest])" }
    if expression.syntax.description != text { return "printed \(expression.syntax)" }
    return nil
  }
}

@Suite(.enabled(if: SharedFolder.has("suites/edtf"), "needs the EDTF suite"))
struct `EDTF suite` {
  @Test func `every case is read as the suite says`() throws {
    let cases = try Case.all()
    let failures = cases.compactMap { each in each.complaint.map { "\(each.text): \($0)" } }
    print("EDTF suite: \(cases.count - failures.count) of \(cases.count)")
    #expect(cases.count == 600)
    #expect(failures == [])
  }

  @Test func `levels are those of the suite but for known differences`() throws {
    let different = try Case.all().filter { each in
      guard each.valid, let expression = EDTFExpression(each.text) else { return false }
      return expression.level.rawValue != each.level
    }
    // The suite has `?2001` at level 1 and `%2001` at level 2, `1952-23~` at 1 and `2011-23~` at 2:
    // no reading gives both.
    #expect(different.map(\.text) == ["%2001", "2011-23~", "2019-12/%2020"])
  }
}

@Suite(.enabled(if: SharedFolder.has("corpus/gold"), "needs the annotated articles"))
struct `Annotated dates` {
  @Test func `are all read, and none runs backwards`() throws {
    let folder = try #require(SharedFolder.url("corpus/gold"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var count = 0
    for file in files where file.hasSuffix(".json") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /"edtf": "([^"]+)"/) {
        let expression = EDTFExpression(String(match.1))
        #expect(expression != nil, "\(match.1) in \(file)")
        count += 1
      }
    }
    #expect(count > 100)
  }
}
