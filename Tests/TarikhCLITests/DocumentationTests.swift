import Foundation
import Testing

@Suite struct `What users read is true` {
  private static let commands = [
    "ingest", "extract", "dates", "articles", "streams", "stats", "read", "log", "append",
    "correct", "retract", "redate", "timeline", "as-of", "history", "replay", "export", "import",
    "verify", "seal", "prove", "backup", "restore", "compact", "demo", "redact", "scrub", "salvage",
  ]

  @Test func `the command has these subcommands, each with examples and a line in the readme`()
    throws
  {
    let tool = try Tool()
    let help = try tool.run("--help").output
    let readme = try readme()
    for command in Self.commands {
      #expect(help.contains("  \(command)"), "\(command) is not in the help")
      #expect(readme.contains("`tarikh \(command)"), "\(command) is not in the readme")
      let page = try tool.run(command, "--help")
      #expect(page.status == 0)
      #expect(page.output.contains("EXAMPLES:"), "\(command) has no examples")
      #expect(page.output.contains("tarikh \(command)"))
    }
  }

  @Test func `every exit code is in the help and in the readme`() throws {
    let help = try Tool().run("--help").output
    let readme = try readme()
    for code in [0, 1, 3, 4, 64, 65, 66, 73, 74, 75, 130] {
      #expect(help.contains("\(code)  "), "\(code) is not in the help")
      #expect(readme.contains("| \(code) |"), "\(code) is not in the readme")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions can be generated`(shell: String) throws {
    let run = try Tool().run("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("as-of"))
  }

  private func readme() throws -> String {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let readme = folder.appending(path: "README.md")
      if FileManager.default.fileExists(atPath: readme.path) {
        return try String(contentsOf: readme, encoding: .utf8)
      }
    }
    return ""
  }
}
