import Foundation
import Synchronization

/// Standard output for data, standard error for everything else.
enum Console {
  private static let pending = Mutex(Data())

  /// Writes `text` and a line end to standard output; kept until a good piece is together.
  static func line(_ text: String) throws { try write(Data(text.utf8)) }

  /// Writes bytes and a line end to standard output.
  static func write(_ bytes: Data) throws {
    let full = pending.withLock { data in
      data.append(bytes)
      data.append(UInt8(ascii: "\n"))
      return data.count > 1 << 16
    }
    if full { try flush() }
  }

  /// Hands over what was kept; must be called before the process ends.
  static func flush() throws {
    let data = pending.withLock { data in
      defer { data = Data() }
      return data
    }
    guard !data.isEmpty else { return }
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      throw Failure(
        .inputOutput, "standard output cannot be written: \(error.localizedDescription)")
    }
  }

  /// Says something to the person at the terminal.
  ///
  /// What it says may quote an article or a file's name, which are hostile input.
  static func note(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let harmless = lines.map { Bidirectional.harmless(String($0)) }.joined(separator: "\n")
    try? FileHandle.standardError.write(contentsOf: Data((harmless + "\n").utf8))
  }
}
