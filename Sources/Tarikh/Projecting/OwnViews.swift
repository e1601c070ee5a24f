internal import Foundation
internal import TarikhLog
internal import TarikhProjections

/// The views of a program's own projections: `own-views/NAME` in the store, one folder each, so
/// that programs with different projections do not get in each other's way.
enum OwnViews {
  static func folder(in store: URL) -> URL {
    store.appending(path: "own-views", directoryHint: .isDirectory)
  }

  static func open(
    in store: URL, _ projections: [any Projection], options: ViewStoreOptions
  ) throws(StorageFailure) -> [ViewStore] {
    var stores: [ViewStore] = []
    for projection in projections {
      let name = projection.name
      precondition(
        !name.isEmpty && name.utf8.allSatisfy { $0 == 0x2D || isAlphanumeric($0) }
          && !Projections.builtIn.contains { $0.name == name },
        "a projection's name is made of letters, digits and hyphens, and is not a built-in one's")
      let place = folder(in: store).appending(path: name, directoryHint: .isDirectory)
      stores.append(
        try ViewStore.open(at: place, projections: [projection], options: options))
    }
    return stores
  }

  /// Throws away the views of projections that this program does not have: nobody else can take
  /// out of them what was erased, and the log gives them back.
  static func discardStrangers(in store: URL, keeping projections: [any Projection]) {
    let manager = FileManager.default
    let place = folder(in: store)
    let names = (try? manager.contentsOfDirectory(atPath: place.path)) ?? []
    for name in names where !projections.contains(where: { $0.name == name }) {
      try? manager.removeItem(at: place.appending(path: name))
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
