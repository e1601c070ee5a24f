/// The names below one folder, as the system shows them, and those that the disk is known to hold.
///
/// A name is durable when its folder has been synced since. Leniently, the sync of any file
/// brings all names to the disk too, as a journalling file system does that commits in order.
struct DiskNames {
  enum Node: Hashable {
    case file(Int)
    case folder(Int)
  }

  /// One name of one folder is to mean this; `nil` where it goes.
  private struct Setting {
    var folder: Int
    var name: String
    var node: Node?
  }

  static let root = 0

  private var current: [Int: [String: Node]] = [root: [:]]
  private var durable: [Int: [String: Node]] = [root: [:]]
  /// What was changed since, oldest first; the settings of one change happen together.
  private var pending: [[Setting]] = []
  private var folders = 1

  mutating func makeFolder(_ path: String) throws {
    let (parent, name) = try place(path)
    change([Setting(folder: parent, name: name, node: .folder(folders))])
    current[folders] = [:]
    durable[folders] = [:]
    folders += 1
  }

  mutating func add(_ node: Node, at path: String) throws {
    let (parent, name) = try place(path)
    change([Setting(folder: parent, name: name, node: node)])
  }

  mutating func remove(_ path: String) throws {
    let (parent, name) = try place(path)
    change([Setting(folder: parent, name: name, node: nil)])
  }

  mutating func rename(_ path: String, to other: String) throws {
    let (from, name) = try place(path)
    let (to, newName) = try place(other)
    change([
      Setting(folder: from, name: name, node: nil),
      Setting(folder: to, name: newName, node: current[from]?[name]),
    ])
  }

  mutating func syncFolder(_ path: String) throws {
    guard case .folder(let folder)? = path.isEmpty ? .folder(Self.root) : node(at: path) else {
      throw CrashError("\(path): is no folder in the trace")
    }
    pending.removeAll { settings in
      guard settings.contains(where: { $0.folder == folder }) else { return false }
      Self.apply(settings, to: &durable)
      return true
    }
  }

  mutating func syncAll() {
    for settings in pending { Self.apply(settings, to: &durable) }
    pending = []
  }

  func node(at path: String) -> Node? {
    guard let (parent, name) = try? place(path) else { return nil }
    return current[parent]?[name]
  }

  /// The files that the disk may show, by their paths, and the folders.
  func image(
    _ choice: DiskChoice, isLenient: Bool, using random: inout some RandomNumberGenerator
  ) -> (files: [(path: String, file: Int)], folders: [String]) {
    var names = durable
    let end =
      switch choice {
      case .nothing: 0
      case .everything, .lastWrite: pending.count
      case .random: isLenient ? Int.random(in: 0...pending.count, using: &random) : pending.count
      }
    for settings in pending.prefix(end) {
      if choice == .random, !isLenient, Bool.random(using: &random) { continue }
      Self.apply(settings, to: &names)
    }
    var found: (files: [(path: String, file: Int)], folders: [String]) = ([], [])
    walk(Self.root, "", names, &found)
    return found
  }

  private func walk(
    _ folder: Int, _ path: String, _ names: [Int: [String: Node]],
    _ found: inout (files: [(path: String, file: Int)], folders: [String])
  ) {
    for (name, node) in (names[folder] ?? [:]).sorted(by: { $0.key < $1.key }) {
      switch node {
      case .file(let file): found.files.append((path + name, file))
      case .folder(let folder):
        found.folders.append(path + name)
        walk(folder, path + name + "/", names, &found)
      }
    }
  }

  private mutating func change(_ settings: [Setting]) {
    Self.apply(settings, to: &current)
    pending.append(settings)
  }

  private static func apply(_ settings: [Setting], to names: inout [Int: [String: Node]]) {
    for setting in settings { names[setting.folder]?[setting.name] = setting.node }
  }

  private func place(_ path: String) throws -> (folder: Int, name: String) {
    var folder = Self.root
    let parts = path.split(separator: "/").map(String.init)
    guard let last = parts.last else { throw CrashError("the folder itself cannot be changed") }
    for part in parts.dropLast() {
      guard case .folder(let next)? = current[folder]?[part] else {
        throw CrashError("\(path): the trace knows no folder \(part)")
      }
      folder = next
    }
    return (folder, last)
  }
}
