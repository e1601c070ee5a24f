import ArgumentParser
import Foundation
import Tarikh

/// Which store.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .long, help: "The store's folder. Else $TARIKH_STORE, else ./tarikh.store.",
    completion: .directory)
  var store: String?

  @Option(
    name: .long, help: "Ask the views in this folder, which replay --to made, as they are.",
    completion: .directory)
  var views: String?

  @Option(name: .long, help: "Seconds to wait for another process that holds the store.")
  var wait: Double = 5

  @Flag(name: .long, help: "Show no progress.")
  var quiet = false

  var path: String { store ?? StoreOptions.usualPath }

  /// Where the store is when nobody says it on the command line.
  static var usualPath: String {
    let named = ProcessInfo.processInfo.environment["TARIKH_STORE"] ?? ""
    return named.isEmpty ? "tarikh.store" : named
  }

  func validate() throws {
    guard wait >= 0, wait <= 86_400 else {
      throw ValidationError("--wait takes 0 to 86400 seconds")
    }
    if store?.isEmpty == true { throw ValidationError("--store needs the name of a folder") }
  }

  func open(
    _ access: TimelineOptions.Access, checkingEveryPage: Bool = false,
    discardingViews: Bool = false, lexicons: [UserLexicon] = []
  ) throws -> Timeline {
    guard views == nil || access == .read else {
      throw ValidationError("--views is for questions; this command writes")
    }
    DamageGuard.watch(storeAt: path)
    return try Timeline.open(
      at: path,
      options: TimelineOptions(
        access: access, busyTimeout: .seconds(wait), checksEveryPage: checkingEveryPage,
        discardsViews: discardingViews, lexicons: lexicons,
        viewsFolder: views.map { URL(filePath: $0, directoryHint: .isDirectory) }))
  }

  /// Runs `body` on the store, which is made where there is none.
  ///
  /// A store that was made for it and got no event, since it failed, is taken away again: it would
  /// look like data, and be in the way of a restore.
  func withStore(
    lexicons: [UserLexicon] = [], _ body: (Timeline) async throws -> Void
  ) async throws {
    let folderWasThere = FileManager.default.fileExists(atPath: path)
    let storeWasThere = FileManager.default.fileExists(atPath: "\(path)/format.json")
    do {
      try await body(open(.create, lexicons: lexicons))
    } catch {
      if !storeWasThere { Timeline.removeIfEmpty(at: path, keepingFolder: folderWasThere) }
      throw error
    }
  }

  /// The store with its views at the log's head, for questions.
  ///
  /// Where they cannot be brought there (read-only, held by another process) the answer says at
  /// which position they are.
  func openForQuestions() throws -> Timeline {
    if let views, !FileManager.default.fileExists(atPath: "\(views)/data.mdb") {
      throw Failure(.noInput, "\(views): holds no views; make them with: tarikh replay --to")
    }
    let timeline = try open(.read)
    timeline.refreshViewsIfPossible()
    return timeline
  }
}
