import Foundation
import Tarikh

/// Reads NDJSON of events or one report from a file or standard input, naming the bad line.
enum NewEventFile {
  static func events(in path: String) throws -> [NewEvent] {
    let lines = try data(in: path).split(separator: UInt8(ascii: "\n"))
    var events: [NewEvent] = []
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
      do throws(InterchangeError) {
        events.append(try NewEventJSON.event(in: line))
      } catch {
        throw Failure(.badInput, "\(name(path)):\(index + 1): \(error)")
      }
    }
    guard !events.isEmpty else { throw Failure(.badInput, "\(name(path)): holds no events") }
    return events
  }

  /// A whole report, for a correction.
  static func report(in path: String) throws -> Report {
    do {
      return try ReportJSON.report(in: data(in: path))
    } catch let error as InterchangeError {
      throw Failure(.badInput, "\(name(path)): \(error)")
    }
  }

  private static func data(in path: String) throws -> Data {
    if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(.noInput, "\(path): no such file")
    }
    return try Data(contentsOf: URL(filePath: path))
  }

  private static func name(_ path: String) -> String { path == "-" ? "standard input" : path }
}
