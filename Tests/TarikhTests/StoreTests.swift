import Foundation
import Tarikh
import TestSupport
import Testing

@Suite struct `Opening a store` {
  @Test func `makes a store only where that is asked for`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "a.store").path
    #expect(throws: StoreError.missing(path: path)) {
      try Timeline.open(at: path, options: TimelineOptions(access: .write))
    }
    _ = try Timeline.open(at: path, options: TimelineOptions(access: .create))
    _ = try Timeline.open(at: path, options: TimelineOptions(access: .read))
  }

  @Test func `does not fill a folder that holds other things`() throws {
    let folder = try TemporaryFolder()
    try Data("letter".utf8).write(to: folder.url.appending(path: "letter.txt"))
    #expect(throws: StoreError.self) {
      try Timeline.open(at: folder.path, options: TimelineOptions(access: .create))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["letter.txt"])
  }

  @Test(arguments: ["", "{", "{}", #"{"format":"other","version":1}"#])
  func `refuses a folder whose format it cannot read`(text: String) throws {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: folder.url.appending(path: "format.json"))
    #expect(throws: StoreError.self) {
      try Timeline.open(at: folder.path, options: TimelineOptions(access: .create))
    }
  }

  @Test func `names both versions of a store that it does not know`() throws {
    let folder = try TemporaryFolder()
    let text = #"{"format":"tarikh-store","version":7}"#
    try Data(text.utf8).write(to: folder.url.appending(path: "format.json"))
    #expect(throws: StoreError.unknownVersion(path: folder.path, 7, known: 2)) {
      try Timeline.open(at: folder.path, options: TimelineOptions(access: .create))
    }
  }

  @Test(arguments: [TimelineOptions.Access.read, .write, .create])
  func `never puts an empty log in the place of one that is gone`(
    access: TimelineOptions.Access
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "a.store").path
    do { _ = try Timeline.open(at: path, options: TimelineOptions(access: .create)) }
    try FileManager.default.removeItem(atPath: path + "/log")
    let error = #expect(throws: StoreError.self) {
      try Timeline.open(at: path, options: TimelineOptions(access: access))
    }
    guard case .storage(_, let failure) = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(failure.kind == .missing)
    #expect(!FileManager.default.fileExists(atPath: path + "/log"))
  }

  @Test func `finishes the making of a store that was cut off`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "a.store").path
    do { _ = try Timeline.open(at: path, options: TimelineOptions(access: .create)) }
    for part in ["/log", "/views"] { try FileManager.default.removeItem(atPath: path + part) }
    _ = try Timeline.open(at: path, options: TimelineOptions(access: .create))
    _ = try Timeline.open(at: path, options: TimelineOptions(access: .write))
  }
}
