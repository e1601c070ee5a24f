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
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
        words[..<position].allSatisfy({ Self.beforeImport.contains($0) || $0.hasPrefix("@") })
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol"]
      let name = words[(position + 1)...].first { !kinds.contains($0) } ?? ""
      return String(name.prefix { $0 != "." })
    }
  }

  private static let beforeImport: Set<Substring> = ["public", "package", "internal", "private"]

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
      let bytes = Array(line.utf8)
      if bytes.count > 2, line.contains("\"\"\"") {
        insideText.toggle()
        return ""
      }
      return insideText ? "" : String(decoding: codeOnly(bytes), as: UTF8.self)
    }
  }

  /// A line without its comment, and with the insides of its string literals taken out.
  private static func codeOnly(_ line: [UInt8]) -> [UInt8] {
    var code: [UInt8] = []
    var insideString = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      if insideString {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") {
          insideString = false
          code.append(byte)
        }
      } else {
        let isComment =
          byte == UInt8(ascii: "/") && index + 1 < line.count
          && line[index + 1] == UInt8(ascii: "/")
        if isComment { return code }
        insideString = byte == UInt8(ascii: "\"")
        code.append(byte)
      }
      index += 1
    }
    return code
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
