/// Keys of metadata that look like ones that are read: manifests, front matter and corpora may
/// say what they like, but `publised` was meant to be read.
enum Misspelling {
  /// The known key that `key` is mostly meant to be; `nil` where it is known, or a word of its
  /// own.
  static func meant(by key: String, known: [String]) -> String? {
    guard !known.contains(key) else { return nil }
    let key = Array(key.lowercased())
    return known.first { name in
      let allowed = name.count < 4 ? 0 : name.count < 8 ? 1 : 2
      return distance(key, Array(name), upTo: allowed) <= allowed
    }
  }

  /// How many letters must be put in, left out, changed, or swapped with their neighbour.
  ///
  /// - Complexity: O(*n* · *m*); keys that are too long for `limit` are not looked at.
  static func distance(_ a: [Character], _ b: [Character], upTo limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var rows = [Array(0...b.count)]
    for (i, letter) in a.enumerated() {
      var row = [i + 1]
      for (j, other) in b.enumerated() {
        var best = min(rows[i][j] + (letter == other ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
