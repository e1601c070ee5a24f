internal import ArabicDates
internal import TarikhModel

/// The files of the phrase grammar: states, heads, titles, posts, sources.
extension EntityLexicon {
  /// Columns: slug, Arabic, English, variants, place slug, adjectives, slug of the adjective,
  /// Wikidata, coordinates.
  mutating func addStates(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      let id = EntityID(rawValue: "actor:\(row[0])")
      let place = EntityID(rawValue: "place:\(row[4].isEmpty ? row[0] : row[4])")
      let index = try add(
        LexiconEntry(
          id: id, category: .state, label: Self.unmarked(row[1]), englishLabel: row[2],
          variants: row.list(3).map(Self.unmarked),
          country: id, wikidata: row[7].isEmpty ? nil : row[7],
          coordinates: try Self.coordinates(row, column: 8, file: file.name), asActor: id,
          asPlace: place, offices: []),
        marked: [row[1]] + row.list(3), file: file.name, line: row.line)
      let slug = row[6].isEmpty ? row[0] : row[6]
      stateIndexes[row[0]] = states.count
      let state = states.count
      states.append(StateEntry(slug: row[0], entry: index, adjectiveSlug: slug))
      for adjective in row.list(5) { insertAdjective(adjective, state: state) }
    }
  }

  /// Adds adjectives of bodies that are no states.
  ///
  /// Columns: entity, slug, adjectives, slug of the adjective.
  mutating func addAdjectives(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      guard let entry = index(of: EntityID(rawValue: row[0])) else {
        throw .badValue(file: file.name, line: row.line, column: "entity", value: row[0])
      }
      stateIndexes[row[1]] = states.count
      let state = states.count
      states.append(StateEntry(slug: row[1], entry: entry, adjectiveSlug: row[3]))
      for adjective in row.list(2) { insertAdjective(adjective, state: state) }
    }
  }

  /// All forms of «عراقي»; a form given with `=` («=أتراك») is entered as it is.
  ///
  /// Of two words both are inflected («الكورية الجنوبية»), but جنوب («جنوب أفريقي»).
  private mutating func insertAdjective(_ adjective: String, state: Int) {
    let isFixed = adjective.hasPrefix("=")
    let words = ArabicFolding.fold(isFixed ? String(adjective.dropFirst()) : adjective)
      .split(separator: " ").map { Word(String($0)) }
    let endings: [Word] = isFixed ? [""] : ["", "ه", "ون", "ين", "ان", "تان", "تين", "ات", "ا"]
    for ending in endings {
      let forms = words.map { $0 == "جنوب" ? $0 : $0 + ending }
      let isDefinite = forms.allSatisfy { $0.hasPrefix("ال") }
      trie.insert(forms, .nationality(state, isDefinite: isFixed && isDefinite))
      if isFixed && isDefinite { continue }
      trie.insert(forms.map { "ال" + $0 }, .nationality(state, isDefinite: true))
      if forms.count > 1 {
        trie.insert(["ال" + forms[0]] + forms.dropFirst(), .nationality(state, isDefinite: true))
      }
    }
  }

  /// Columns: suffix, category, English label, heads, exceptions (`us=us-dod`).
  mutating func addHeads(_ file: TabSeparatedFile, isOffice: Bool) throws(LexiconError) {
    for row in file.rows {
      guard let category = EntityCategory(rawValue: row[1]), isOffice == (category == .office)
      else { throw .badValue(file: file.name, line: row.line, column: "category", value: row[1]) }
      var exceptions: [String: String] = [:]
      for part in row.list(4) {
        let sides = part.split(separator: "=").map(String.init)
        guard sides.count == 2 else {
          throw .badValue(file: file.name, line: row.line, column: "exceptions", value: part)
        }
        exceptions[sides[0]] = sides[1]
      }
      let pattern = HeadPattern(
        suffix: row[0], category: category, englishLabel: row[2], exceptions: exceptions)
      let index = isOffice ? offices.count : institutions.count
      if isOffice { offices.append(pattern) } else { institutions.append(pattern) }
      for head in row.list(3) {
        let form = HeadForm(
          isDefinite: Self.phrase(head).contains { $0.hasPrefix("ال") },
          needsState: head.contains("?"), isDual: head.contains("+"),
          needsAdjective: head.contains("^"))
        insert(head, isOffice ? .office(index, form) : .institution(index, form))
      }
    }
  }

  /// Columns: slug, kind, forms.
  mutating func addTitles(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      guard let kind = TitleEntry.Kind(rawValue: row[1]) else {
        throw .badValue(file: file.name, line: row.line, column: "kind", value: row[1])
      }
      for form in row.list(2) { insert(form, .title(titles.count)) }
      titles.append(TitleEntry(kind: kind, slug: row[0]))
    }
  }

  /// Columns: slug, `spokesperson` or `head`, forms; `~` before those with a pronoun.
  mutating func addPosts(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      for form in row.list(2) {
        insert(form, form.hasPrefix("~") ? .ownPost(posts.count) : .post(posts.count))
        posts.append(
          PostEntry(
            slug: row[0], isSpokesperson: row[1] == "spokesperson",
            isDefinite: ArabicFolding.fold(form).hasPrefix("ال")))
      }
    }
  }

  /// Columns: slug, role noun, `one` or `many` (with `?` where a modifier is needed), forms.
  mutating func addRoles(_ file: TabSeparatedFile) throws(LexiconError) {
    for row in file.rows {
      guard let noun = RoleNoun(rawValue: row[1]) else {
        throw .badValue(file: file.name, line: row.line, column: "noun", value: row[1])
      }
      for form in row.list(3) {
        let folded = ArabicFolding.fold(form)
        // «إن مسؤولا»: the accusative of singulars.
        let accusative = row[2].hasPrefix("one") && !folded.hasSuffix("ه") ? [folded + "ا"] : []
        for text in [folded, "ال" + folded] + accusative {
          insert(text, .role(roles.count))
          roles.append(
            RoleEntry(
              noun: noun, slug: row[0], isPlural: row[2].hasPrefix("many"),
              isDefinite: text == "ال" + folded, needsModifier: row[2].hasSuffix("?")))
        }
      }
    }
  }
}
