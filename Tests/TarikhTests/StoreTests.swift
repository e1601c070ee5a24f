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
}
