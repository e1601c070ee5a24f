package import Foundation
internal import TarikhLog

/// Makes the name of a file that was written or renamed last through a power cut.
package enum FolderSync {
  /// Brings the names in the folder to the disk.
  ///
  /// - Throws: ``StorageFailure``.
  package static func sync(_ folder: URL) throws { try DurableFolder.sync(folder) }
}
