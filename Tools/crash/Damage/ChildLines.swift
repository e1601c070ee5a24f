import Foundation

/// The lines that a child writes, each waited for only so long.
struct ChildLines {
  private let descriptor: Int32
  private var pending = Data()

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The next line; `nil` at the end, or where none came in time.
  mutating func next(patience: Double, didHang: inout Bool) -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending = Data(pending[(end + 1)...]) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = Foundation.poll(&poll, 1, Int32(patience * 1000))
      guard ready > 0 else {
        if ready == 0 { didHang = true }
        return nil
      }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return nil }
      pending += bytes[..<count]
    }
  }
}
