public import Foundation

/// The folder of suites and articles that may stand beside the project; tests that need it
/// say that they skip where it is missing.
public enum SharedFolder {
  /// The file or folder at `path` below it, or `nil` where there is none.
  public static func url(_ path: String, from file: String = #filePath) -> URL? {
    let found = root(above: file)?.appending(path: path)
    guard let found, FileManager.default.fileExists(atPath: found.path) else { return nil }
    return found
  }

  /// Whether `path` is there; for `@Test(.enabled(if: …))`.
  public static func has(_ path: String) -> Bool { url(path) != nil }

  private static func root(above file: String) -> URL? {
    let named = ProcessInfo.processInfo.environment["TARIKH_SHARED"].map { URL(filePath: $0) }
    if let named { return named }
    var folder = URL(filePath: file).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
        return folder.deletingLastPathComponent().appending(path: "shared")
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}
