import Foundation

/// Every small change of a JSON object that must not pass.
enum Forgery {
  /// The object with one value changed at a time, and where.
  static func of(_ object: [String: Any]) -> [(String, Data)] {
    changes(of: object).compactMap { place, changed in
      (try? JSONSerialization.data(withJSONObject: changed)).map { (place, $0) }
    }
  }

  private static func changes(of object: [String: Any]) -> [(String, [String: Any])] {
    object.sorted { $0.key < $1.key }.flatMap { key, value -> [(String, [String: Any])] in
      // The time in a seal is for people: the leaf of the last event holds the true one.
      if key == "recorded", object["tarikhSeal"] != nil { return [] }
      var all: [(String, [String: Any])] = []
      for (place, changed) in variants(of: value) {
        var copy = object
        copy[key] = changed
        all.append(("\(key).\(place)", copy))
      }
      guard key != "body" else { return all }
      var copy = object
      copy[key] = nil
      all.append(("\(key) missing", copy))
      return all
    }
  }

  private static func variants(of value: Any) -> [(String, Any)] {
    switch value {
    case let object as [String: Any]: changes(of: object).map { ($0, $1 as Any) }
    case let list as [Any]: variants(of: list)
    case let number as Int: [("+1", number + 1), ("-1", number - 1), ("text", "\(number)")]
    case let text as String: variants(of: text)
    default: []
    }
  }

  private static func variants(of list: [Any]) -> [(String, Any)] {
    var all: [(String, Any)] = [("longer", list + [list.last ?? "x"])]
    guard !list.isEmpty else { return all }
    all.append(("shorter", Array(list.dropLast())))
    if list.count > 1 { all.append(("reversed", Array(list.reversed()))) }
    for place in list.indices {
      for (name, changed) in variants(of: list[place]) {
        var copy = list
        copy[place] = changed
        all.append(("\(place).\(name)", copy))
      }
    }
    return all
  }

  private static func variants(of text: String) -> [(String, Any)] {
    var last = text
    // Of base 64 the padding, and bits before it, may not count: change the middle.
    let middle = last.index(last.startIndex, offsetBy: last.count / 2)
    last.replaceSubrange(middle...middle, with: last[middle] == "4" ? "5" : "4")
    return [("changed", last), ("shorter", String(text.dropLast())), ("empty", "")]
  }
}
