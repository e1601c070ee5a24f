import Foundation
import TarikhLog
import TarikhModel
import TestSupport
import Testing

@Suite struct `A log whose files are taken away while it is open` {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  enum Loss: String, CaseIterable, Sendable {
    case folder, dataFile, replacedFile

    func happen(to log: URL) throws {
      let manager = FileManager.default
      let data = log.appending(path: "data.mdb")
      switch self {
      case .folder: try manager.removeItem(at: log)
      case .dataFile: try manager.removeItem(at: data)
      case .replacedFile:
        let copy = log.appending(path: "copy")
        try manager.copyItem(at: data, to: copy)
        try manager.removeItem(at: data)
        try manager.moveItem(at: copy, to: data)
      }
    }
  }

  @Test(arguments: Loss.allCases)
  func `acknowledges nothing that would be lost with it, and reads on`(loss: Loss) async throws {
    let url = folder.url.appending(path: "log")
    let log = try LMDBEventLog.open(at: url, options: .test(durability: .everyCommit))
    try await log.append(events("before"), to: "s")
    try loss.happen(to: url)
    for name in ["lost", "lost too"] {
      let error = await #expect(throws: AppendError.self) {
        try await log.append(events(name), to: "s")
      }
      guard case .storage(let failure) = error else {
        Issue.record("\(error as Any)")
        return
      }
      #expect(failure.kind == .missing, "\(failure)")
    }
    #expect(try log.event(at: Position(rawValue: 1))?.id == id("before"))
  }
}
