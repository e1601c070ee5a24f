import Foundation
import TestSupport
import Testing

@Suite struct `Heads and proofs as people give them` {
  private static let empty =
    "0:sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  private static let zeros = String(repeating: "0", count: 64)

  @Test func `that cannot be right are refused with what is wrong`() throws {
    let tool = try Tool()
    try tool.run("append", "desk/a", input: Self.facts(5))
    try tool.run("append", "desk/b", input: Self.facts(2))
    try tool.write("{}", to: "empty.json")
    let seal = try tool.run("seal").output.trimmingCharacters(in: .newlines)
    try tool.write(seal.replacing("Seal\":1", with: "Seal\":9"), to: "newer.json")
    let root = try #require(try tool.run("seal").objects().first?["root"] as? String)
    let cases: [([String], Int32, String)] = [
      (["prove"], 64, "--since"),
      (["prove", "desk/a@0", "--since", "7:\(root)"], 64, "either"),
      (["prove", "--since", "nonsense"], 66, "nonsense"),
      (["prove", "--since", "5:sha256:12"], 64, "64 hexadecimal"),
      (["prove", "--since", "-1:sha256:\(Self.zeros)"], 64, "since"),
      (["prove", "--since", "99999999999999999999:sha256:\(Self.zeros)"], 64, "64 hexadecimal"),
      (["prove", "--since", "18446744073709551615:\(root)"], 1, "ENDS AT POSITION 7"),
      (["prove", "--since", "8:\(root)"], 1, "ENDS AT POSITION 7"),
      (["prove", "--since", "7:sha256:\(Self.zeros)"], 1, "NOT A CONTINUATION"),
      (["prove", "--since", "٧:sha256:\(Self.zeros)"], 1, "NOT A CONTINUATION"),
      (["prove", "--since", "0:sha256:\(Self.zeros)"], 1, "NOT A CONTINUATION"),
      (["prove", "--since", "6:\(root)"], 1, "NOT A CONTINUATION"),
      (["prove", "--since", "7:\(root)", "--at", Self.empty], 65, "after the one"),
      (["prove", "desk/a@0", "--at", Self.empty], 65, "stands at position 1"),
      (["prove", "desk/a@0", "--at", "7:sha256:\(Self.zeros)"], 1, "NOT A CONTINUATION"),
      (["prove", "desk/a@5"], 65, "no such event"),
      (["prove", "--since", "empty.json"], 65, "tarikhSeal"),
      (["prove", "--since", "newer.json"], 65, "9"),
      (["verify", "--sealed", "8:\(root)"], 1, "DOES NOT HOLD"),
      (["verify", "--sealed", "7:\(root)", "6:\(root)"], 1, "DOES NOT HOLD"),
      (["verify", "--sealed", "none.json"], 66, "none.json"),
      (["verify", "--proof", "none.json"], 66, "none.json"),
      (["verify", "export.ndjson", "--proof", "empty.json"], 64, "--proof"),
      (["verify", "none.ndjson"], 66, "none.ndjson"),
      (["seal", "--store", "none"], 66, "none"),
      (["seal", "--to", "none/seal.json"], 73, "none/seal.json"),
      (["seal", "--to", "empty.json"], 73, "there already"),
    ]
    for (arguments, status, words) in cases {
      let run = try tool.run(arguments)
      #expect(run.status == status, "\(arguments): \(run.status) \(run.errors)")
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
      #expect(status != 1 || arguments[0] == "verify" || run.output.isEmpty)
    }
    #expect(try tool.run("verify", "--sealed", "٧:\(root)", Self.empty).status == 0)
    #expect(try tool.run("prove", "--since", Self.empty).status == 0)
  }

  @Test func `may be those of an empty log, and of every length`() throws {
    let tool = try Tool()
    try tool.write(
      #"{"from":1,"head":0,"root":"\#(Self.empty.dropFirst(2))","tarikhExport":1,"until":0}"#
        + "\n",
      to: "nothing.ndjson")
    #expect(try tool.run("import", "nothing.ndjson").status == 0)
    #expect(try tool.run("seal", "--to", "0.json").status == 0)
    #expect(try tool.run("prove", "--since", "0.json").status == 0)
    for count in 1...5 {
      try tool.run("append", "desk/\(count)", input: Self.facts(1))
      try tool.run("seal", "--to", "\(count).json")
    }
    for old in 0...5 {
      for new in 0...5 {
        let run = try tool.run("prove", "--since", "\(old).json", "--at", "\(new).json")
        #expect(run.status == (old <= new ? 0 : 65), "\(run.errors)")
        guard old <= new else { continue }
        try tool.write(run.output, to: "c-\(old)-\(new).json")
      }
    }
    let proofs = (0...5).flatMap { old in (old...5).map { "c-\(old)-\($0).json" } }
    let check = try tool.run(["verify", "--proof"] + proofs + ["--sealed", "5.json"])
    #expect(check.status == 0, "\(check.errors)")
    if PythonVerifier.isPossible {
      let seals = (0...5).map { "\($0).json" }
      #expect(try PythonVerifier.run(tool, proofs + seals).status == 0)
    }
    #expect(try tool.run(["verify", "--sealed"] + (0...5).map { "\($0).json" }).status == 0)
  }

  @Test func `cover an event whose body was redacted`() throws {
    let tool = try Tool()
    try tool.run("append", "desk/a", input: Self.facts(3))
    try tool.run("seal", "--to", "before.json")
    try tool.write(try tool.run("prove", "desk/a@1").output, to: "before-proof.json")
    let redacted = try tool.run("redact", "desk/a@1", "--reason", "a test")
    #expect(redacted.status == 0, "\(redacted.errors)")
    try tool.run("seal", "--to", "after.json")
    try tool.write(try tool.run("prove", "desk/a@1").output, to: "after-proof.json")
    try tool.write(try tool.run("prove", "--since", "before.json").output, to: "since.json")
    let files = ["before-proof.json", "after-proof.json", "since.json"]
    let run = try tool.run(
      ["verify", "--proof"] + files + ["--sealed", "before.json", "after.json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines[1].contains("erased"))
    #expect(try tool.run("verify", "--sealed", "before.json", "after.json").status == 0)
    if PythonVerifier.isPossible {
      #expect(try PythonVerifier.run(tool, files + ["before.json", "after.json"]).status == 0)
    }
    try tool.run("export", "--to", "all.ndjson")
    let export = try tool.run("verify", "all.ndjson", "--sealed", "before.json", "--json")
    #expect(export.status == 0, "\(export.errors)")
    #expect(try export.objects().first?["sound"] as? Bool == true)
  }

  @Test func `an import says how many events were new`() throws {
    let tool = try Tool()
    try tool.run("append", "desk/a", input: Self.facts(3))
    try tool.run("export", "--to", "three.ndjson")
    try tool.run("append", "desk/a", input: Self.facts(9))
    try tool.run("append", "desk/b", input: Self.facts(2))
    try tool.run("export", "--to", "five.ndjson")
    func imported(_ file: String) throws -> String {
      try tool.run("import", file, "--store", "copy.store").errors
    }
    #expect(try imported("three.ndjson").contains("3 events imported;"))
    #expect(try imported("three.ndjson").contains("0 events imported, 3 were there already"))
    #expect(try imported("five.ndjson").contains("2 events imported, 3 were there already"))
    #expect(try imported("three.ndjson").contains("0 events imported, 3 were there already"))
  }

  @Test func `an export that is interrupted leaves nothing behind`() throws {
    let tool = try Tool()
    try tool.run("append", "desk/a", input: Self.facts(5_000))
    // On a busy machine an export may be done before it is seen: then another one is.
    for attempt in 1...10 {
      let (process, _, _) = try tool.start(["export", "--to", "out-\(attempt).ndjson"])
      while process.isRunning, try !Self.files(tool).contains(where: { $0.contains(".part-") }) {
        usleep(1000)
      }
      process.interrupt()
      process.waitUntilExit()
      guard process.terminationStatus == 130 else { continue }
      #expect(try !Self.files(tool).contains { $0.hasPrefix("out-\(attempt)") })
      return
    }
    Issue.record("no export was interrupted")
  }

  private static func files(_ tool: Tool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: tool.folder.path)
  }

  /// Facts about some days, each another.
  private static func facts(_ count: Int) -> String {
    (0..<count).map { number in
      #"{"fact":{"subject":"actor:us","attribute":"cost","value":"\#(number)","from":"2025-01-01"}}"#
    }.joined(separator: "\n") + "\n"
  }
}
