import LMDB
import TestSupport

extension Environment.Options {
  /// Options for tests, each to be replaced by the test that it matters to.
  static func test(
    mapSize: Int = 1 << 20, tableLimit: Int = 8, readerLimit: Int = 126,
    durability: Environment.Durability = .unsafeNoSync,
    access: Environment.Access = .readWrite,
    pageChecking: Environment.PageChecking = .everyPage, fileMode: UInt32 = 0o600
  ) -> Self {
    .init(
      mapSize: mapSize, tableLimit: tableLimit, readerLimit: readerLimit, durability: durability,
      access: access, pageChecking: pageChecking, fileMode: fileMode)
  }
}

extension Environment {
  static func test(
    at folder: TemporaryFolder, _ options: Options = .test(), tables: [String] = ["table"]
  ) throws(LMDBError) -> Environment {
    try test(at: folder.path, options, tables: tables)
  }

  static func test(
    at path: String, _ options: Options = .test(), tables: [String] = ["table"]
  ) throws(LMDBError) -> Environment {
    try Environment(at: path, options: options, tables: tables)
  }
}

/// The UTF-8 of a text, as a key or a value.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

extension WriteTransaction {
  mutating func put(_ value: String, _ key: String, in table: Table) throws(LMDBError) {
    try put(bytes(value).span.bytes, forKey: bytes(key).span.bytes, in: table, .replacing)
  }
}

extension ReadableTransaction where Self: ~Copyable {
  borrowing func text(_ key: String, in table: Table) throws(LMDBError) -> String? {
    guard let value = try value(forKey: bytes(key).span.bytes, in: table) else { return nil }
    return String(decoding: value.copied, as: UTF8.self)
  }

  /// All entries in the order of the table.
  borrowing func entries(of table: Table) throws(LMDBError) -> [[String]] {
    var cursor = try cursor(over: table)
    var found: [[String]] = []
    while let entry = try cursor.next() {
      found.append([
        String(decoding: entry.key.copied, as: UTF8.self),
        String(decoding: entry.value.copied, as: UTF8.self),
      ])
    }
    return found
  }
}
