import ArgumentParser
import Foundation
import Tarikh

/// An old tree head: `POSITION:sha256:…`, in ASCII or Arabic digits, or the path of a seal.
struct HeadArgument: ExpressibleByArgument {
  static let help = "POSITION:sha256:…, or a file that tarikh seal wrote"

  /// As it was written, for messages.
  let text: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    text = argument
  }

  /// The head, read from the file where it is one.
  func head() throws -> TreeHead {
    if let head = TreeHead(ArabicDigits.ascii(text)) { return head }
    guard FileManager.default.fileExists(atPath: text) else {
      if text.contains("sha256:") {
        throw ValidationError(
          "\"\(text)\" is not a head: write the position, a colon, sha256: and 64 hexadecimal "
            + "digits")
      }
      throw Failure(.noInput, "\(text): is neither a head, POSITION:sha256:…, nor a file")
    }
    return try ProofCheck.head(ofSeal: ProofFile.data(text), place: text)
  }
}

/// A proof or a seal on disk.
enum ProofFile {
  /// The bytes of the file, unless it is larger than any proof.
  static func data(_ path: String) throws -> Data {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Failure(.noInput, "\(path): no such file, or it cannot be read")
    }
    let data: Data
    do { data = try file.read(upToCount: ProofDocument.byteLimit + 1) ?? Data() } catch {
      throw Failure(.noInput, "\(path): cannot be read: \(error.localizedDescription)")
    }
    guard data.count <= ProofDocument.byteLimit else {
      throw Failure(.badInput, "\(path): is larger than any proof or seal")
    }
    return data
  }
}
