import Foundation

/// A Swift file of the project, as the house rules look at it.
struct SourceFile {
  /// Path from the project's root: `Sources/EDTF/Day.swift`.
  let path: String
  let lines: [String]
  /// The lines with comments and the insides of string literals blanked out.
  let code: [String]

  /// The target whose folder it lies in.
  var target: String { String(path.split(separator: "/")[1]) }

  /// The modules it imports.
  var imports: [String] {
    code.compactMap { line in
      line.firstMatch(
        of:
          /^(?:@\w+ )*(?:public |internal |package |private )?import (?:struct |class |enum |func )?(\w+)/
      )
      .map { String($0.1) }
    }
  }

  /// `path:line` for messages.
  func place(_ index: Int) -> String { "\(path):\(index + 1)" }

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    code = SourceFile.blanked(lines)
  }

  /// Every Swift file below `folders` of the project.
  static func all(below folders: [String]) throws -> [SourceFile] {
    try folders.flatMap { folder in
      let root = Project.root.appending(path: folder)
      let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
      return try (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { path in
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        return SourceFile(path: "\(folder)/\(path)", text: text)
      }
    }
  }

  private static func blanked(_ lines: [String]) -> [String] {
    var insideText = false
    return lines.map { line in
      if line.contains("\"\"\"") {
        insideText.toggle()
        return ""
      }
      if insideText { return "" }
      let withoutStrings = line.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"")
      return String(
        withoutStrings.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0])
    }
  }
}

/// Where the project lies.
enum Project {
  static let root: URL = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
        return folder
      }
    }
    return folder
  }()
}
