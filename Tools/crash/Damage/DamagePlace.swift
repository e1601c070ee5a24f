import Foundation
import Tarikh

/// Where the parent makes the store and the children find it.
struct DamagePlace {
  let work: URL

  var original: DamageStore { DamageStore(folder: work.appending(path: "original")) }

  /// What a child that begins needs to know.
  func trial() throws -> DamageTrial {
    let pristine = try original.copy(to: work.appending(path: "pristine"))
    let timeline = try pristine.open()
    var export: Set<String> = []
    try timeline.export(ExportSelection()) { line, _, _ in
      export.insert(String(decoding: line, as: UTF8.self))
    }
    return DamageTrial(
      original: original, questions: try DamageQuestions(timeline), export: export,
      place: work.appending(path: "damaged"))
  }

  func lengths() throws -> [String: Int] {
    var lengths: [String: Int] = [:]
    for file in DamageStore.files {
      lengths[file] = try Data(contentsOf: original.folder.appending(path: file)).count
    }
    return lengths
  }
}
