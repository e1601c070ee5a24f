import Foundation
import Testing

@Suite struct `Some calls are not made here` {
  /// What is banned, what to do instead, and where it is allowed.
  struct Ban: Sendable, CustomStringConvertible {
    var description: String
    var pattern: @Sendable (String) -> Bool
    var instead: String
    var allowed: @Sendable (String) -> Bool = { _ in false }
  }

  static let bans: [Ban] = [
    Ban(
      description: "reading the clock",
      pattern: { line in
        [" Date()", "(Date()", "=Date()", "Date.now"].contains { line.contains($0) }
      },
      instead: "take the time from the caller",
      allowed: { $0 == "Sources/Tarikh/Store/SystemClock.swift" }),
    Ban(
      description: "try!", pattern: { $0.contains("try!") },
      instead: "throw: every operating error does"),
    Ban(description: "as!", pattern: { $0.contains("as! ") }, instead: "use as? and say what then"),
    Ban(
      description: "fatalError", pattern: { $0.contains("fatalError(") },
      instead: "throw for an operating error, precondition for a mistake of the programmer"),
    Ban(
      description: "force unwrap",
      pattern: {
        $0.utf8.contains(UInt8(ascii: "!")) && $0.contains(/[\w\)\]]!(?:[\s.,;\)\]\?]|$)/)
      },
      instead: "unwrap with guard or if"),
    Ban(
      description: "print",
      pattern: { $0.contains("print(") && $0.contains(/(?:^|[^.\w])print\(/) },
      instead: "return the text; only the command line prints",
      allowed: { $0.hasPrefix("Sources/TarikhCLI/") }),
    Ban(
      description: "unsafe code",
      pattern: { line in
        ["@unchecked", "nonisolated(unsafe)", "unsafe "].contains { line.contains($0) }
      },
      instead: "keep it in LMDB, with its argument", allowed: { $0.hasPrefix("Sources/LMDB/") }),
  ]

  @Test(arguments: bans) func `no source makes a banned call`(ban: Ban) throws {
    for file in try SourceFile.all(below: ["Sources"]) where !ban.allowed(file.path) {
      for (index, line) in file.code.enumerated() where ban.pattern(line) {
        Issue.record("\(file.place(index)): \(ban.description) is banned; \(ban.instead)")
      }
    }
  }

  @Test func `each ban catches what it is there for`() {
    let samples = [
      "let now = Date()", "let a = try! f()", "let b = c as! D", "fatalError(\"\")",
      "let e = f!.g", "  print(h)", "nonisolated(unsafe) let i = 1",
    ]
    for (ban, sample) in zip(Self.bans, samples) {
      #expect(ban.pattern(sample), "\(ban.description)")
      #expect(!ban.pattern("let fine = a != b"), "\(ban.description)")
    }
  }
}
