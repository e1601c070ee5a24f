import Foundation
import Tarikh
import TestSupport
import Testing

/// A second verifier, in another language, that shares no line with ours.
enum PythonVerifier {
  static let isPossible: Bool = {
    let found = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }
    if !found { FileHandle.standardError.write(Data("python3 is missing: skipped\n".utf8)) }
    return found
  }()

  static let script: String = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let script = folder.appending(path: "Tools/verify-proof.py").path
      if FileManager.default.fileExists(atPath: script) { return script }
    }
    return ""
  }()

  static func run(_ tool: Tool, _ files: [String]) throws -> Tool.Run {
    try tool.run(product: "/usr/bin/env", ["python3", script] + files)
  }

  /// What it exits with for each file together with `seals`, in one process.
  static func statuses(_ tool: Tool, of files: [String], beside seals: [String]) throws -> [Int] {
    let driver = """
      import contextlib, io, runpy, sys
      script, count = sys.argv[1], int(sys.argv[2])
      for name in sys.argv[3 + count:]:
          status = 0
          try:
              with contextlib.redirect_stdout(io.StringIO()):
                  saved, sys.argv = sys.argv, [script] + sys.argv[3:3 + count] + [name]
                  try: runpy.run_path(script)
                  finally: sys.argv = saved
          except SystemExit as end: status = 1 if end.code else 0
          print(status)
      """
    let run = try tool.run(
      product: "/usr/bin/env",
      ["python3", "-c", driver, script, "\(seals.count)"] + seals + files)
    return run.lines.compactMap { Int($0) }
  }
}

@Suite struct `Proofs and seals` {
  /// A store that was sealed, then went on.
  static func grown() throws -> (Tool, address: String) {
    let tool = try Tool()
    try tool.write(Stories.withdrawal, to: "a.txt")
    try tool.write(Stories.rival, to: "b.txt")
    try tool.run("ingest", "a.txt")
    try tool.run("seal", "--to", "old.json")
    try tool.run("ingest", "b.txt")
    try tool.run("seal", "--to", "new.json")
    let streams = try tool.run("streams", "--json").objects()
    let name = try #require(
      streams.compactMap { $0["title"] as? String == "أرقام أخرى" ? $0["stream"] as? String : nil }
        .first)
    for (file, arguments) in [
      ("inclusion.json", ["prove", "\(name)@1"]),
      ("consistency.json", ["prove", "--since", "old.json"]),
    ] {
      let run = try tool.run(arguments)
      #expect(run.status == 0, "\(run.errors)")
      try tool.write(run.output, to: file)
    }
    return (tool, "\(name)@1")
  }

  static func object(_ tool: Tool, _ file: String) throws -> [String: Any] {
    let data = try Data(contentsOf: tool.folder.url.appending(path: file))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func data(_ tool: Tool, _ name: String) throws -> Data {
    try Data(contentsOf: tool.folder.url.appending(path: name))
  }

  @Test func `say which event stands where, and that nothing was changed`() throws {
    let (tool, address) = try Self.grown()
    let seal = try Self.object(tool, "new.json")
    #expect(Set(seal.keys) == ["tarikhSeal", "position", "root", "recorded"])
    let proof = try Self.object(tool, "inclusion.json")
    #expect(
      Set(proof.keys) == [
        "tarikhProof", "kind", "event", "bodyHash", "body", "leaf", "path", "size", "root",
      ])
    let event = try #require(proof["event"] as? [String: Any])
    #expect(
      Set(event.keys) == [
        "position", "stream", "revision", "address", "recorded", "id", "type", "typeTag",
      ])
    #expect(event["address"] as? String == address)
    #expect(proof["root"] as? String == seal["root"] as? String)
    let body = try #require(Data(base64Encoded: proof["body"] as? String ?? ""))
    let says = String(decoding: body, as: UTF8.self).contains("تشاد")
    #expect(says)
    let run = try tool.run(
      "verify", "--proof", "inclusion.json", "consistency.json", "--sealed", "new.json", "old.json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 2)
    #expect(!run.errors.contains("vouches"))
    let alone = try tool.run("verify", "--proof", "inclusion.json")
    #expect(alone.status == 0)
    #expect(alone.errors.contains("vouches"))
  }

  @Test(.enabled(if: PythonVerifier.isPossible, "needs python3"))
  func `are verified by sixty lines of Python`() throws {
    let (tool, _) = try Self.grown()
    let lines = try String(contentsOfFile: PythonVerifier.script, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 60)
    let run = try PythonVerifier.run(
      tool, ["inclusion.json", "consistency.json", "old.json", "new.json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 4)
    #expect(try PythonVerifier.run(tool, ["missing.json"]).status == 1)
    #expect(try PythonVerifier.run(tool, []).status == 1)
  }

  @Test func `are refused by both verifiers when anything in them is changed`() throws {
    let (tool, _) = try Self.grown()
    var forged: [String] = []
    for file in ["inclusion.json", "consistency.json", "new.json"] {
      for (place, change) in Forgery.of(try Self.object(tool, file)) {
        forged.append("forged-\(forged.count)-\(file)")
        #expect(!place.isEmpty)
        try tool.write(String(decoding: change, as: UTF8.self), to: forged[forged.count - 1])
      }
    }
    for text in ["", "{", "[]", "null", "{}", #"{"tarikhProof":1}"#, #"{"tarikhSeal":2}"#] {
      forged.append("nonsense-\(forged.count).json")
      try tool.write(text, to: forged[forged.count - 1])
    }
    #expect(forged.count > 100)
    // The seals of the true history lie beside each: a forged head shows only against them.
    let seals = ["new.json", "old.json"]
    for name in forged {
      var check = ProofCheck()
      for seal in seals { _ = try check.add(data(tool, seal), place: seal) }
      let words = #expect(throws: ProvingError.self, "\(name)") {
        _ = try check.add(data(tool, name), place: name)
      }
      #expect(words?.description.contains(name) == true)
    }
    for name in forged.filter({ $0.hasPrefix("nonsense") }) + forged.prefix(3) {
      let run = try tool.run("verify", "--sealed", "new.json", "--proof", name)
      #expect([1, 65].contains(run.status), "\(name): \(run.output)\(run.errors)")
      #expect(run.errors.contains(name))
    }
    guard PythonVerifier.isPossible else { return }
    #expect(
      try PythonVerifier.statuses(tool, of: forged + ["inclusion.json"], beside: seals)
        == forged.map { _ in 1 } + [0])
  }

  @Test func `are worth nothing under a head that no given seal vouches for`() throws {
    let (tool, _) = try Self.grown()
    let run = try tool.run("verify", "--proof", "inclusion.json", "--sealed", "old.json")
    #expect(run.status == 1)
    #expect(run.errors.contains("vouches"))
    // A head that leads to a sealed one is vouched for by it.
    let seal = try Self.object(tool, "old.json")
    let old = try "\(#require(seal["position"] as? Int)):\(#require(seal["root"] as? String))"
    let streams = try tool.run("streams", "--json").objects()
    let first = try #require(
      streams.first { $0["title"] as? String == "انسحاب من قاعدة الوادي" }?["stream"] as? String)
    let earlier = try tool.run("prove", "\(first)@0", "--at", old)
    #expect(earlier.status == 0, "\(earlier.errors)")
    try tool.write(earlier.output, to: "earlier.json")
    let files = ["earlier.json", "consistency.json", "new.json"]
    #expect(try tool.run(["verify", "--proof"] + files).status == 0)
    if PythonVerifier.isPossible {
      #expect(try PythonVerifier.run(tool, ["inclusion.json", "old.json"]).status == 1)
      #expect(try PythonVerifier.run(tool, files).status == 0)
      #expect(try PythonVerifier.run(tool, ["earlier.json", "new.json"]).status == 1)
    }
  }

  @Test func `of an erased event stand without its body`() throws {
    let (tool, _) = try Self.grown()
    let proof = try Self.object(tool, "inclusion.json")
    var erased = proof
    erased["body"] = nil
    try tool.write(
      String(decoding: try JSONSerialization.data(withJSONObject: erased), as: UTF8.self),
      to: "erased.json")
    let run = try tool.run("verify", "--proof", "erased.json", "--sealed", "new.json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("erased"))
    if PythonVerifier.isPossible {
      #expect(try PythonVerifier.run(tool, ["erased.json", "new.json"]).status == 0)
    }
  }
}
