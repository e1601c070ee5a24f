internal import Foundation
internal import TarikhLog
internal import TarikhProjections

/// Views among the system's temporary files, for a store that has none and cannot be written to,
/// such as a backup on a read-only disk.
///
/// They are built anew for every opening, and removed with the last reference.
final class TemporaryViews: Sendable {
  let views: ViewStore
  private let folder: URL

  init(options: ViewStoreOptions) throws(StorageFailure) {
    var options = options
    options.isReadOnly = false
    options.isDurable = false
    folder = FileManager.default.temporaryDirectory.appending(
      path: "tarikh-views-\(UUID().uuidString)", directoryHint: .isDirectory)
    views = try ViewStore.open(at: folder, projections: Projections.builtIn, options: options)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
