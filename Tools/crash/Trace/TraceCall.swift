import Foundation

/// A call that changed files, or a note of the child, as the preload library wrote it down.
enum TraceCall: Hashable, Sendable {
  case created(file: Int, path: String)
  case opened(file: Int, path: String)
  /// With `isSynced`, the bytes have reached the disk when the call returns.
  case written(file: Int, offset: Int, bytes: [UInt8], isSynced: Bool)
  case cut(file: Int, size: Int)
  case synced(file: Int)
  case folderMade(path: String)
  case folderSynced(path: String)
  case removed(path: String)
  case renamed(path: String, to: String)
  case linked(path: String, to: String)
  case noted(String)
  /// A way to change files that the harness does not understand.
  case unknown(String)
  /// A sync that failed: what it was to bring to the disk may never get there.
  ///
  /// Linux takes the pages for written, and later syncs pass them over.
  case syncFailed(file: Int)
  /// A write whose own sync failed.
  case writeNotSynced(file: Int, offset: Int, bytes: [UInt8])
}

extension TraceCall {
  /// Whether the power may be cut here: at every call but a note or an opening.
  var isCutPoint: Bool {
    switch self {
    case .opened, .noted, .unknown: false
    default: true
    }
  }

  /// Whether the call brings something to the disk.
  var isSync: Bool {
    switch self {
    case .synced, .folderSynced: true
    case .written(_, _, _, let isSynced): isSynced
    default: false
    }
  }

  var isWrite: Bool {
    switch self {
    case .written, .writeNotSynced: true
    default: false
    }
  }
}
