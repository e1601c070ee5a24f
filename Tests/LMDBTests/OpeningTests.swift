import Foundation
import LMDB
import TestSupport
import Testing

@Suite struct OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `opening makes the files and tables and opening again finds the data`() throws {
    do {
      let environment = try Environment.test(at: folder, tables: ["a", "b"])
      let table = environment.table("b")
      try environment.write { transaction throws(LMDBError) in
        try transaction.put("one", "a", in: table)
      }
    }
    let environment = try Environment.test(at: folder, tables: ["c", "b"])
    let table = environment.table("b")
    let found = try environment.read { transaction throws(LMDBError) in
      try transaction.entries(of: table)
    }
    #expect(found == [["a", "one"]])
  }

  @Test func `the second opening in one process is refused, by whatever path`() throws {
    let environment = try Environment.test(at: folder)
    #expect(throws: LMDBError.alreadyOpen) { try Environment.test(at: folder) }
    let other = try TemporaryFolder()
    let link = other.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.url)
    #expect(throws: LMDBError.alreadyOpen) {
      try Environment(at: link.path, options: .test(), tables: ["table"])
    }
    try environment.write { _ throws(LMDBError) in }
  }

  @Test func `opening again works once the first is gone`() throws {
    for _ in 1...3 { _ = try Environment.test(at: folder) }
  }

  @Test func `two threads that open the same new folder do not both succeed`() throws {
    for _ in 1...20 {
      let folder = try TemporaryFolder()
      let opened = Opened()
      let threads = (1...4).map { _ in
        Thread {
          do {
            let environment = try Environment.test(at: folder)
            opened.keep(environment)
          } catch LMDBError.alreadyOpen {}
        }
      }
      for thread in threads { thread.join() }
      #expect(opened.count == 1)
    }
  }

  @Test func `an empty data file was cut off, and is not begun anew`() throws {
    do { _ = try Environment.test(at: folder) }
    try Data().write(to: folder.url.appending(path: "data.mdb"))
    for access in [Environment.Access.readWrite, .readOnly] {
      #expect(throws: LMDBError.invalidFile) {
        try Environment.test(at: folder, .test(access: access))
      }
    }
  }

  @Test func `making the data file leaves nothing else behind`() throws {
    _ = try Environment.test(at: folder)
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(found.sorted() == ["data.mdb", "lock.mdb"])
  }

  @Test func `a missing folder is said to be missing`() {
    #expect(throws: LMDBError.noSuchFile) {
      try Environment(at: folder.path + "/none", options: .test(), tables: [])
    }
  }

  @Test func `a file in place of the folder is said to be no folder`() throws {
    let file = folder.path + "/file"
    try Data().write(to: URL(filePath: file))
    #expect(throws: LMDBError.notDirectory) {
      try Environment(at: file, options: .test(), tables: [])
    }
  }

  @Test func `read-only opening makes nothing and refuses writes`() throws {
    #expect(throws: LMDBError.noSuchFile) {
      try Environment.test(at: folder, .test(access: .readOnly))
    }
    _ = try Environment.test(at: folder, tables: ["table"])
    #expect(throws: LMDBError.notFound) {
      try Environment.test(at: folder, .test(access: .readOnly), tables: ["other"])
    }
    let environment = try Environment.test(at: folder, .test(access: .readOnly))
    try environment.read { _ throws(LMDBError) in }
    #expect(throws: LMDBError.accessDenied) {
      try environment.write { _ throws(LMDBError) in }
    }
    #expect(throws: LMDBError.accessDenied) { try environment.sync() }
  }

  @Test func `made files have the permissions that were asked for`() throws {
    let environment = try Environment.test(at: folder, .test(fileMode: 0o640))
    for name in ["data.mdb", "lock.mdb"] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: environment.path + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
    }
  }

  @Test func `a folder that may not be written to is said to be so`() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o555], ofItemAtPath: folder.path)
      // The superuser may write everywhere: become nobody first.
      if geteuid() == 0 { try #require(seteuid(65534) == 0) }
      #expect(throws: LMDBError.accessDenied) { try Environment.test(at: folder) }
    }
  }

  @Test func `an environment lives as long as its transactions need it`() throws {
    // Without the scope, the optimiser would close it after its last mention (in release).
    let table: Table
    let found: String?
    do {
      let environment = try Environment.test(at: folder)
      table = environment.table("table")
      try environment.write { [table] transaction throws(LMDBError) in
        for number in 1...100 { try transaction.put("value \(number)", "\(number)", in: table) }
      }
      found = try environment.read { [table] transaction throws(LMDBError) in
        var last: String?
        for number in 1...100 { last = try transaction.text("\(number)", in: table) }
        return last
      }
    }
    #expect(found == "value 100")
    #expect(throws: Never.self) { try Environment.test(at: folder) }
  }
}

/// Environments that several threads have opened.
private final class Opened: @unchecked Sendable {
  private let lock = NSLock()
  private var environments: [Environment] = []

  var count: Int { lock.withLock { environments.count } }
  func keep(_ environment: Environment) { lock.withLock { environments.append(environment) } }
}
