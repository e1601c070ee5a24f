package import LMDB

extension StorageFailure {
  /// The failure to open the environment in the folder at `path`, with the page that is damaged
  /// where one is.
  package init(_ error: LMDBError, opening path: String, options: Environment.Options) {
    self.init(error, doing: path)
    guard kind == .damaged else { return }
    var options = options
    options.access = .readOnly
    guard let damage = try? Environment.findDamage(at: path, options: options) else { return }
    description = "\(path): \(damage)"
  }
}
