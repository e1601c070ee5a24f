import Foundation

/// What the process takes of the memory (`proc(5)`).
enum MemoryUse {
  /// The mapped pages of files included.
  static var residentBytes: Int { pages { $0[1] } }

  /// Without what is mapped from files.
  static var anonymousBytes: Int { pages { $0[1] - $0[2] } }

  private static func pages(_ count: ([Int]) -> Int) -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    // Size, resident, shared.
    let pages = text.split(separator: " ").compactMap { Int($0) }
    return pages.count > 2 ? count(pages) * sysconf(Int32(_SC_PAGESIZE)) : 0
  }
}
