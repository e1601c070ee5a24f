internal import Foundation

/// Which files of a folder hold articles.
enum ArticleFiles {
  enum Format {
    /// One article, perhaps with front matter.
    case text
    /// One article a line, as JSON.
    case lines
    /// One article in a saved page.
    case page
    case unsupported
  }

  /// What a file named on its own is read as: anything not known to be something else is text.
  static func format(of file: URL) -> Format {
    switch file.pathExtension.lowercased() {
    case "ndjson", "jsonl": .lines
    case "html", "htm", "xhtml": .page
    case "mhtml", "pdf", "doc", "docx", "odt", "rtf", "json", "xml", "zip", "gz":
      .unsupported
    default: .text
    }
  }

  /// The article files below `folder`, by name; hidden ones and other formats are passed over.
  static func below(_ folder: URL) -> [URL] {
    let wanted: Set = ["txt", "md", "ndjson", "jsonl", "html", "htm", "xhtml"]
    let folder = folder.resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey],
      options: [.skipsHiddenFiles])
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { wanted.contains($0.pathExtension.lowercased()) && isRegular($0) }
      .filter { !isPartOfPage($0, below: folder) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Frames that a browser keeps beside a page that it saves whole: `story_files/frame.html`.
  private static func isPartOfPage(_ file: URL, below folder: URL) -> Bool {
    let folders = file.deletingLastPathComponent().pathComponents
      .dropFirst(folder.pathComponents.count)
    return format(of: file) == .page && folders.contains { $0.hasSuffix("_files") }
  }

  private static func isRegular(_ file: URL) -> Bool {
    (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
  }
}
