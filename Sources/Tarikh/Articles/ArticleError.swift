/// Why an input holds no article; the others of the run are not touched.
public enum ArticleError: Error, Hashable, Sendable {
  case missing(path: String)
  case unreadable(path: String, reason: String)
  /// A folder without a file that could be an article.
  case noArticles(folder: String)
  case empty(place: String)
  case binary(place: String, offset: Int)
  case invalidUTF8(place: String, offset: Int)
  case tooLarge(place: String, bytes: Int, limit: Int)
  case unsupportedFormat(place: String)
  /// A page in an encoding that Tarikh does not read.
  case charset(place: String, name: String)
  /// A page without running text.
  case noMainText(place: String)
  case frontMatter(place: String, reason: String)
  case manifest(path: String, reason: String)
  case line(place: String, reason: String)
  case publicationDate(place: String, text: String)
}

extension ArticleError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder; check the path"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .noArticles(let folder):
      "\(folder): holds no article; Tarikh reads .txt, .md, .html and .ndjson files"
    case .empty(let place): "\(place): is empty; there is nothing to store"
    case .binary(let place, let offset):
      "\(place): is not text: a NUL byte at byte \(offset); save it as UTF-8 text"
    case .invalidUTF8(let place, let offset):
      "\(place): is not UTF-8 at byte \(offset); convert it, for example: "
        + "iconv -f WINDOWS-1256 -t UTF-8"
    case .tooLarge(let place, let bytes, let limit):
      "\(place): \(bytes) bytes are more than an article may have (\(limit)); "
        + "split it, or make it NDJSON with one article a line"
    case .unsupportedFormat(let place):
      "\(place): not a format that Tarikh reads; it reads .txt, .md, .html and .ndjson"
    case .charset(let place, let name):
      "\(place): the page is written in \"\(name)\", which Tarikh does not read; "
        + "save it as UTF-8"
    case .noMainText(let place):
      "\(place): no running text was found on the page; save the article as text"
    case .frontMatter(let place, let reason):
      "\(place): the front matter between the --- lines cannot be read: \(reason)"
    case .manifest(let path, let reason): "\(path): the manifest cannot be read: \(reason)"
    case .line(let place, let reason): "\(place): \(reason)"
    case .publicationDate(let place, let text):
      "\(place): \"\(text)\" is no date of publication; write YYYY-MM-DD or another EDTF date"
    }
  }
}

extension ArticleError {
  /// Whether there was no such input at all, as against an input that is bad.
  public var isMissingInput: Bool {
    switch self {
    case .missing, .noArticles: true
    default: false
    }
  }
}
