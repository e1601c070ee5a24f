internal import Foundation

/// How a process is called in messages.
enum ProcessName {
  /// "process 4711 (tarikh)", or without the name where the system doesn't give it.
  static func words(for process: Int32) -> String {
    name(of: process).map { "process \(process) (\($0))" } ?? "process \(process)"
  }

  /// The name of the process's program; `nil` where it has ended or the system doesn't tell.
  static func name(of process: Int32) -> String? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8) else {
      return nil
    }
    let name = text.filter { !$0.isNewline }
    return name.isEmpty ? nil : name
  }
}
