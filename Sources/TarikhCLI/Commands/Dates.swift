import ArgumentParser
import Foundation
import Tarikh

/// Finds the Arabic date expressions of a text.
struct Dates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the Arabic date expressions of a text and say what they mean.",
    discussion: """
      With --ndjson, reads {"id","text","reference"} a line and writes {"id","expressions"} a \
      line, in the same order.

      EXAMPLES:
        tarikh dates --reference 2025-10-02 "غادرت القوات أمس"
        tarikh dates --ndjson < texts.ndjson
      """)

  @Argument(help: "The text; else standard input is read.")
  var text: String?

  @Option(name: .long, help: "The day that \"yesterday\" is relative to, YYYY-MM-DD.")
  var reference: DayArgument?

  @Flag(name: .long, help: "Read and write one JSON object a line.")
  var ndjson = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if ndjson, text != nil {
      throw ValidationError("--ndjson reads standard input; leave the text out")
    }
  }

  func run() async throws {
    if ndjson { return try runLines() }
    let text = try text ?? standardInput()
    let mentions = DateRecognizer().mentions(in: text, reference: reference?.day)
    if output.effective == .json {
      try Console.write(JSONLine.encode(DatesJSON(text: text, mentions: mentions)))
    } else {
      try listing.print(mentions, output)
    }
    try output.noteIfEmpty(mentions.isEmpty, "No date expressions found.")
  }

  private func standardInput() throws -> String {
    let data = try FileHandle.standardInput.readToEnd() ?? Data()
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(.badInput, "standard input is not UTF-8")
    }
    return text
  }

  /// One line in, one line out at once, so that a program can talk to it.
  private func runLines() throws {
    let recognizer = DateRecognizer()
    var number = 0
    while let line = readLine() {
      number += 1
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      do {
        let question = try JSONLine.decode(DatesQuestion.self, from: Data(line.utf8))
        let mentions = recognizer.mentions(in: question.text, reference: try question.day())
        try Console.write(JSONLine.encode(DatesJSON(id: question.id, mentions: mentions)))
        try Console.flush()
      } catch let error as InterchangeError {
        throw Failure(.badInput, "standard input:\(number): \(error)")
      }
    }
  }

  private var listing: Listing<DateMention> {
    Listing(
      columns: [
        .init("start", isNumber: true) { "\($0.range.lowerBound)" },
        .init("end", isNumber: true) { "\($0.range.upperBound)" },
        .init("kind") { $0.kind.rawValue },
        .init("edtf") { $0.edtf?.description ?? "" },
        .init("expression") { $0.expression },
      ],
      json: { DateMentionJSON($0) })
  }
}
