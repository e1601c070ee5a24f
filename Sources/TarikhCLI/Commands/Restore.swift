import ArgumentParser
import Foundation
import Tarikh

/// Makes a store from a backup.
struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a store from a backup: copy it, verify it, build the views.",
    discussion: """
      The backup is only read. The new store appears at --store when it is whole and every \
      record of it is checked; a store that is there already is never overwritten: move it away \
      first. A damaged backup is refused with the place of the damage.

      EXAMPLES:
        tarikh restore backups/2025-10-02 --store restored.tarikh
        mv tarikh.store lost.store && tarikh restore backups/2025-10-02
      """)

  @Argument(help: "The backup's folder, or that of any store.", completion: .directory)
  var folder: String

  @OptionGroup var store: StoreOptions

  func run() async throws {
    var progress = KeepingBar(
      isQuiet: store.quiet,
      interruption: .watch(removing: Timeline.unfinishedFolder(for: store.path)))
    defer { progress.finish() }
    let head = try Timeline.restoreStore(at: store.path, from: folder) { try progress.show($0) }
    progress.finish()
    Console.note(
      "\(store.path): restored from \(folder); head \(head.position.rawValue), \(head.root)")
  }
}
