import ArgumentParser
import Foundation
import Tarikh

/// Makes a checked copy of the store while others use it.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Make a checked copy of the store in a new folder, while others read and write.",
    discussion: """
      The copy is a store itself, without views, which the log gives back. It appears when it is \
      whole, checked and on the disk; whatever ends the backup earlier leaves nothing behind. \
      Nothing is overwritten.

      EXAMPLES:
        tarikh backup backups/2025-10-02
        tarikh verify --store backups/2025-10-02
      """)

  @Argument(help: "A new or empty folder.", completion: .directory)
  var folder: String

  @Flag(name: .long, help: "Print what was done as JSON.")
  var json = false

  @OptionGroup var store: StoreOptions

  private struct JSON: Encodable {
    var head: UInt64
    var root: String
    var bytes: UInt64
  }

  func run() async throws {
    let timeline = try store.open(.read)
    var progress = KeepingBar(
      isQuiet: store.quiet, interruption: .watch(removing: Timeline.unfinishedFolder(for: folder)))
    defer { progress.finish() }
    let backup = try timeline.backUp(to: folder) { try progress.show($0) }
    progress.finish()
    let head = backup.head
    if json {
      try Console.write(
        JSONLine.encode(
          JSON(
            head: head.position.rawValue, root: head.root.description, bytes: backup.bytes)))
    } else {
      Console.note(
        "\(folder): \(head.position.rawValue) events, \(backup.bytes) bytes, checked; "
          + "tree head \(head.root)")
    }
  }
}
