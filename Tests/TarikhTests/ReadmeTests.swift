import Foundation
import Tarikh
import TestSupport
import Testing

@Suite struct `The example of the readme` {
  @Test func `is the code that this test runs`() throws {
    let here = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    let code = try text(here.appending(path: "ReadmeExample.swift"))
    let readme = try text(here.appending(path: "../../README.md"))
    #expect(readme.contains("```swift\n\(code)```"))
  }

  @Test func `says figures with their speaker and sentence`() async throws {
    let folder = try TemporaryFolder()
    let lines = try await troopLevels(storeAt: folder.url.appending(path: "a.store").path)
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.contains("جندي") })
  }

  private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }
}
