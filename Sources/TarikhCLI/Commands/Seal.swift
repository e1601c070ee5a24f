import ArgumentParser
import Foundation
import Tarikh

/// Writes the tree head, to be published.
struct Seal: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the tree head, to be published or timestamped where nobody can change it.",
    discussion: """
      It is small and tells nobody what the log says:
        {"tarikhSeal":1,"position":41,"root":"sha256:…","recorded":"2026-11-23T08:11:08.123456Z"}
      Whoever has it can tell later whether anything up to that position was changed: tarikh \
      verify --sealed FILE, tarikh prove --since FILE. Print it, mail it, or have it timestamped \
      (OpenTimestamps, RFC 3161).

      EXAMPLES:
        tarikh seal
        tarikh seal --to seal.json
      """)

  @Option(name: .long, help: "The file to write; else standard output.", completion: .file())
  var to: String?

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let seal = try store.open(.read).seal()
    let line = try JSONLine.encode(seal)
    guard let to else { return try Console.write(line) }
    let kind = try? FileManager.default.attributesOfItem(atPath: to)[.type] as? FileAttributeType
    guard kind != .typeRegular else {
      throw Failure(
        .cannotCreate, "\(to): is there already; an old seal is worth keeping, choose another name")
    }
    let file = try AtomicFile(to)
    do {
      try file.write(line)
      try file.finish()
    } catch {
      file.discard()
      throw error
    }
    Console.note("\(to): position \(seal.position), \(seal.root)")
  }
}
