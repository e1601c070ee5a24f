import ArgumentParser
import Foundation
import Tarikh

/// Looks at lexicons of the user's own, and keeps them in the store.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Check files of entities of your own, and keep them in the store.",
    discussion: """
      A lexicon is a file of lines with fields between tabs: id, category, Arabic name, English \
      name; then, where known, more spellings between bars, the slug of the state, Wikidata id, \
      latitude,longitude, and offices held. An id that Tarikh knows gets the new spellings; of \
      two entries with one spelling, yours goes first. Lines that begin with # are passed over.

        actor:north-guard<TAB>force<TAB>حرس الشمال<TAB>North Guard<TAB>قوات حرس الشمال<TAB>iraq

      EXAMPLES:
        tarikh lexicon check mine.tsv
        tarikh lexicon add mine.tsv
        tarikh ingest articles/ --lexicon mine.tsv
      """,
    subcommands: [CheckLexicon.self, AddLexicon.self])
}

/// Says whether files are lexicons.
struct CheckLexicon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say whether files are lexicons, and what is wrong with them.",
    discussion: """
      EXAMPLES:
        tarikh lexicon check mine.tsv
      """)

  @Argument(help: "The files.", completion: .file(extensions: ["tsv"]))
  var files: [String]

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let checked = try files.map(CheckedLexicon.init)
    switch output.effective {
    case .table:
      for file in checked {
        if let problem = file.problem {
          Console.note("tarikh: \(problem)")
        } else {
          try Console.line("\(file.file): sound, \(file.entries) entries")
        }
      }
    case .csv: try CSV.print(checked, CheckedLexicon.columns)
    case .json, .ndjson: for file in checked { try Console.write(JSONLine.encode(file)) }
    }
    guard checked.allSatisfy(\.sound) else { throw ExitCode(ExitStatus.badInput.rawValue) }
  }
}

/// Whether a file is a lexicon, and if not, what is wrong with it.
private struct CheckedLexicon: Encodable {
  var file: String
  var sound: Bool
  var entries: Int
  @ExplicitNull var problem: String?

  init(_ file: String) throws {
    self.file = file
    do {
      entries = try LexiconFile(file).lexicon.count
      sound = true
      _problem = ExplicitNull(wrappedValue: nil)
    } catch let problem as LexiconProblem {
      entries = 0
      sound = false
      _problem = ExplicitNull(wrappedValue: "\(problem)")
    }
  }

  static var columns: [Listing<CheckedLexicon>.Column] {
    [
      .init("file") { $0.file },
      .init("sound") { "\($0.sound)" },
      .init("entries") { "\($0.entries)" },
      .init("problem") { $0.problem ?? "" },
    ]
  }
}

/// Puts a lexicon into the store.
struct AddLexicon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Keep a lexicon in the store, for every ingest from now on.",
    discussion: """
      The file is copied into the store's folder "lexicon", in the place of one of its name; \
      remove it there to be without it. Articles that are stored already stay as they are until \
      tarikh reextract.

      EXAMPLES:
        tarikh lexicon add mine.tsv
      """)

  @Argument(help: "The file.", completion: .file(extensions: ["tsv"]))
  var file: String

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let file = try LexiconFile(file)
    guard file.lexicon.name.hasSuffix(".tsv") else {
      throw Failure(.badInput, "\(self.file): a lexicon of a store is called NAME.tsv; rename it")
    }
    try store.open(.write).addLexicon(file.lexicon, data: file.data)
    Console.note(
      "\(file.lexicon.count) entries added; tarikh reextract reads stored articles with them")
  }
}
