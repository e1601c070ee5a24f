import ArgumentParser
import Foundation
import Tarikh

/// Lexicons of the user's own.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "A file of entities to know beside the built-in ones; may be given many times.",
    completion: .file(extensions: ["tsv"]))
  var lexicon: [String] = []

  func lexicons() throws -> [UserLexicon] { try lexicon.map { try LexiconFile($0).lexicon } }
}

/// A file of entities on the disk.
struct LexiconFile {
  let data: Data
  let lexicon: UserLexicon

  init(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(.noInput, "\(path): no such file; check the path")
    }
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw Failure(.noInput, "\(path): cannot be read: \(error.localizedDescription)")
    }
    lexicon = try UserLexicon(name: URL(filePath: path).lastPathComponent, data: data)
  }
}
