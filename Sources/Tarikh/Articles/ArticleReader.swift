internal import Foundation

/// Finds the articles of files, saved pages, folders, NDJSON corpora and standard input.
public struct ArticleReader: Sendable {
  /// An input that was met: its article, or why it holds none.
  public struct Found: Sendable {
    /// The file, with the line where it holds many: for messages.
    public var place: String
    public var article: Result<ArticleInput, ArticleError>
  }

  /// Longer lines of NDJSON are refused: an article's text may be escaped to six times its size.
  static let lineLimit = 6 * TextDecoding.byteLimit

  private let defaults: ArticleDefaults
  private let readsManifests: Bool

  /// - Parameters:
  ///   - defaults: what goes before anything that the files say of themselves.
  ///   - readsManifests: whether a `manifest.json` beside a file is looked at; without it a file
  ///     is all that is known.
  public init(defaults: ArticleDefaults = ArticleDefaults(), readsManifests: Bool = true) {
    self.defaults = defaults
    self.readsManifests = readsManifests
  }

  /// Gives each article below `path` to `body`, in the order of their names; `-` is standard input.
  ///
  /// A bad input is given as such and the walk goes on.
  public func forEachArticle(
    at path: String, _ body: (Found) async throws -> Void
  ) async throws {
    if path == "-" { return try await readStandardInput(body) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return try await body(failure(path, .missing(path: path)))
    }
    let url = URL(filePath: path)
    if isFolder.boolValue { return try await readFolder(url, body) }
    try await read(url, manifest(beside: url), body)
  }

  /// The one article of the file at `path`, for commands that look at a single text.
  public func article(at path: String) async throws -> ArticleInput {
    var found: [Found] = []
    try await forEachArticle(at: path) { found.append($0) }
    guard let first = found.first else { throw ArticleError.empty(place: path) }
    guard found.count == 1 else {
      throw ArticleError.line(place: path, reason: "holds \(found.count) articles; one is wanted")
    }
    return try first.article.get()
  }

  private func readFolder(_ folder: URL, _ body: (Found) async throws -> Void) async throws {
    let files = ArticleFiles.below(folder)
    guard !files.isEmpty else {
      return try await body(failure(folder.path, .noArticles(folder: folder.path)))
    }
    var known: (folder: URL, manifest: Result<Manifest, ArticleError>)?
    for file in files {
      let folder = file.deletingLastPathComponent()
      if known?.folder != folder { known = (folder, manifest(beside: file)) }
      try await read(file, known?.manifest ?? manifest(beside: file), body)
    }
  }

  private func manifest(beside file: URL) -> Result<Manifest, ArticleError> {
    Result { () throws(ArticleError) in
      readsManifests ? try Manifest(of: file.deletingLastPathComponent()) : .none
    }
  }

  private func read(
    _ file: URL, _ manifest: Result<Manifest, ArticleError>,
    _ body: (Found) async throws -> Void
  ) async throws {
    let place = file.relativePath
    let format = ArticleFiles.format(of: file)
    switch format {
    case .lines:
      do {
        try await readLines(FileHandle(forReadingFrom: file), place: place, body)
      } catch let error as CocoaError {
        try await body(failure(place, .unreadable(path: place, reason: error.localizedDescription)))
      }
    case .text, .page:
      let article = Result { () throws(ArticleError) in
        let article = try self.article(
          in: contents(of: file, place: place), isPage: format == .page, place: place)
        return defaults.applied(to: try manifest.get().applied(to: article, file: file))
      }
      try await body(Found(place: place, article: article))
    case .unsupported:
      try await body(failure(place, .unsupportedFormat(place: place)))
    }
  }

  private func article(
    in data: Data, isPage: Bool, place: String
  ) throws(ArticleError) -> ArticleInput {
    guard data.count <= TextDecoding.byteLimit else {
      throw .tooLarge(place: place, bytes: data.count, limit: TextDecoding.byteLimit)
    }
    if isPage { return try SavedPage.article(data, place: place) }
    return try FrontMatter.article(in: TextDecoding.text(data, place: place), place: place)
  }

  private func contents(of file: URL, place: String) throws(ArticleError) -> Data {
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      let data = try handle.read(upToCount: TextDecoding.byteLimit + 1) ?? Data()
      guard data.count <= TextDecoding.byteLimit else {
        let size = try handle.seekToEnd()
        throw ArticleError.tooLarge(
          place: place, bytes: Int(size), limit: TextDecoding.byteLimit)
      }
      return data
    } catch let error as ArticleError {
      throw error
    } catch {
      throw .unreadable(path: place, reason: error.localizedDescription)
    }
  }

  private func readStandardInput(_ body: (Found) async throws -> Void) async throws {
    let place = "standard input"
    let first = try FileHandle.standardInput.read(upToCount: 1) ?? Data()
    if first.first == UInt8(ascii: "{") {
      return try await readLines(FileHandle.standardInput, head: first, place: place, body)
    }
    let limit = TextDecoding.byteLimit
    let data = first + (try FileHandle.standardInput.read(upToCount: limit) ?? Data())
    let article = Result { () throws(ArticleError) in
      let isPage = SavedPage.looksLikeOne(data)
      return defaults.applied(to: try self.article(in: data, isPage: isPage, place: place))
    }
    try await body(Found(place: place, article: article))
  }

  private func readLines(
    _ file: FileHandle, head: Data = Data(), place: String, _ body: (Found) async throws -> Void
  ) async throws {
    var lines = LineReader(file, limit: Self.lineLimit, head: head)
    while let line = try lines.next() {
      let place = "\(place):\(lines.number)"
      switch line {
      case .line(let bytes):
        guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
        let article = Result { () throws(ArticleError) in
          defaults.applied(to: try ArticleLine.article(bytes, place: place))
        }
        try await body(Found(place: place, article: article))
      case .tooLong(let bytes):
        let error = ArticleError.tooLarge(place: place, bytes: bytes, limit: Self.lineLimit)
        try await body(failure(place, error))
      }
    }
  }

  private func failure(_ place: String, _ error: ArticleError) -> Found {
    Found(place: place, article: .failure(error))
  }
}
