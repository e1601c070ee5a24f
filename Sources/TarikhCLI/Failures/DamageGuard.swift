import Foundation
import Synchronization

/// Ends the command with a message where LMDB faults on a damaged page.
///
/// LMDB 0.9 believes what it maps: a page number that went bad makes it read outside the map
/// (SIGSEGV), a file that was cut short makes it read behind the end (SIGBUS), and a page of the
/// wrong kind makes it abort (SIGABRT). Nothing is lost by ending: what was committed is in the
/// file, and the damage was there before.
///
/// Watches only from the opening of a store on. Swift's own traps are other signals (SIGILL,
/// SIGTRAP) and keep their report, so mistakes of the program are not passed off as damage.
enum DamageGuard {
  /// The address of the message, which is never freed: the handler may need it at any moment.
  private static let message = Atomic<UInt>(0)
  private static let length = Atomic<Int>(0)

  /// Watches from here to the end of the process.
  static func watch(storeAt path: String) {
    let text =
      "tarikh: the store \(Bidirectional.harmless(path)) is damaged in a way that LMDB cannot "
      + "read: tarikh verify names the place, tarikh replay --from-scratch builds damaged views "
      + "anew, tarikh salvage copies out of a damaged log what is whole\n"
    guard message.load(ordering: .relaxed) == 0, let copy = strdup(text) else { return }
    length.store(strlen(copy), ordering: .relaxed)
    message.store(UInt(bitPattern: copy), ordering: .releasing)
    for number in [SIGSEGV, SIGBUS, SIGABRT] {
      // Only calls that are safe in a handler (signal-safety(7)): loads, write, _exit.
      signal(number) { _ in DamageGuard.end() }
    }
  }

  private static func end() -> Never {
    if let text = UnsafePointer<CChar>(bitPattern: message.load(ordering: .acquiring)) {
      _ = write(STDERR_FILENO, text, length.load(ordering: .relaxed))
    }
    _exit(74)
  }
}
