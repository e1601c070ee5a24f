import Foundation
import Testing

@Suite struct `The top level shows the house` {
  @Test func `nothing but the package, its folders and the readme lies there`() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Project.root.path)
    let known: Set = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "Tools", "README.md",
    ]
    for name in found where !name.hasPrefix(".") && !name.hasSuffix(".store") {
      #expect(known.contains(name), "\(name) does not belong at the top level")
    }
  }

  @Test func `the readme names both commands, and the pipeline runs the tests`() throws {
    let readme = try text("README.md")
    #expect(readme.contains("Tools/quickstart"))
    #expect(readme.contains("Tools/test"))
    #expect(try text(".ci/run").contains("Tools/test"))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Project.root.appending(path: path), encoding: .utf8)
  }
}
