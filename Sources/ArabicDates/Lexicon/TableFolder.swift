internal import Foundation

/// A folder of tab-separated tables; `#` begins a comment line.
struct TableFolder: Sendable {
  var url: URL

  /// The tables that are built into the module.
  static let module = TableFolder(
    url: (Bundle.module.resourceURL ?? Bundle.module.bundleURL).appending(path: "Data"))

  /// The cells of each row, in the order of the file.
  ///
  /// - Precondition: the table exists: it is part of the program.
  func rows(of name: String) -> [[String]] {
    guard let data = try? Data(contentsOf: url.appending(path: name + ".tsv")) else {
      preconditionFailure("ArabicDates was built without its table \(name).tsv")
    }
    return String(decoding: data, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
  }
}
