internal import ArabicDates
internal import Foundation
internal import TarikhModel

/// The word families that the extractor knows, with all their inflected forms.
package struct Lexicon: Sendable {
  package private(set) var entries: [LexicalEntry] = []
  /// Folded form without clitics → what it can be.
  private var forms: [Word: [WordForm]] = [:]
  private var classes = NounClasses.Names()

  /// The families of the data files that come with the extractor.
  package static let bundled: Lexicon = {
    do {
      return try Lexicon(
        sources: ["speech", "events", "governors", "verbs", "nouns"].map(bundledSource))
    } catch {
      preconditionFailure("The bundled lexicon is unreadable: \(error)")
    }
  }()

  /// - Throws: ``WordLexiconError`` with the file and line that does not follow the format.
  package init(sources: [(name: String, text: String)]) throws(WordLexiconError) {
    for source in sources {
      let lines = source.text.utf8
        .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let content = line.prefix { $0 != UInt8(ascii: "#") }
        if content.allSatisfy(\.isBlank) { continue }
        let fields = content.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
          .map(\.trimmed)
        guard fields.count == 5, let role = LexicalRole(name: fields[0], &classes) else {
          throw WordLexiconError.malformedLine(file: source.name, line: number + 1)
        }
        try add(
          role, parts: fields[1...3].map { $0.split(separator: " ").map(String.init) },
          options: fields[4],
          at: WordLexiconError.malformedLine(file: source.name, line: number + 1))
      }
    }
  }

  private static func bundledSource(_ name: String) throws(WordLexiconError) -> (String, String) {
    guard
      let url = Bundle.module.url(
        forResource: name, withExtension: "lexicon", subdirectory: "Data"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { throw WordLexiconError.missingFile(name) }
    return (name, text)
  }

  private mutating func add(
    _ role: LexicalRole, parts: [[String]], options: String, at malformed: WordLexiconError
  ) throws(WordLexiconError) {
    let principal = parts.flatMap { $0 }.first { $0 != "-" }
    guard let spelling = principal else { throw malformed }
    var complements: Set<Word> = []
    var requires: Set<Word> = []
    var needs: NounClasses = []
    var excludes: NounClasses = []
    var detail: Detail?
    var affectsSubject = false
    var passives: [String] = []
    var participles: [String] = []
    for option in options.split(separator: " ") where option != "-" {
      let pair = option.split(separator: "=", maxSplits: 1).map(String.init)
      let values = pair.count == 2 ? pair[1].split(separator: ",").map(String.init) : []
      switch pair[0] {
      case "requires": requires = Set(values.map(Word.init(folding:)))
      case "takes": complements = Set(values.map(Word.init(folding:)))
      case "needs": needs = try named(values, at: malformed)
      case "not": excludes = try named(values, at: malformed)
      case "detail": detail = values.first.flatMap(Detail.init(rawValue:))
      case "affected": affectsSubject = true
      case "passive": passives = values
      case "participle": participles = values
      default: throw malformed
      }
    }
    let index = entries.count
    entries.append(
      LexicalEntry(
        lemma: Word(folding: spelling), spelling: spelling, role: role, complements: complements,
        needs: needs, excludes: excludes, requires: requires, detail: detail,
        affectsSubject: affectsSubject))
    register(parts[0].flatMap(Inflection.past), entry: index, isPassive: false)
    register(passives.flatMap(passiveForms), entry: index, isPassive: true)
    register(parts[1].flatMap(Inflection.present), entry: index, isPassive: false)
    var isPerson = false
    if case .noun = role { isPerson = true }
    register(
      parts[2].flatMap { Inflection.nominal($0, isPerson: isPerson) }, entry: index,
      isPassive: false)
    if case .speech = role {
      register(parts[1].flatMap(Inflection.participle), entry: index, isPassive: false)
      register(participles.flatMap(participleForms), entry: index, isPassive: false)
    }
  }

  private mutating func named(
    _ names: [String], at malformed: WordLexiconError
  ) throws(WordLexiconError) -> NounClasses {
    guard let classes = classes.named(names) else { throw malformed }
    return classes
  }

  private func passiveForms(_ spelling: String) -> [Inflection.Form] {
    // The short forms of a passive are those of other verbs: لا يقلّ is no يُقَل.
    spelling.hasPrefix("ي")
      ? Inflection.present(spelling).filter { $0.shape == .present } : Inflection.past(spelling)
  }

  /// The accusatives of a participle of a simple verb: قائل → قائلًا، قائلة، قائلين.
  private func participleForms(_ spelling: String) -> [Inflection.Form] {
    let stem = ArabicFolding.fold(spelling)
    return ["ا", "ه", "ين"].map { Inflection.Form(text: stem + $0, shape: .participle) }
  }

  private mutating func register(_ list: [Inflection.Form], entry: Int, isPassive: Bool) {
    for form in list where form.text != "-" {
      let word = Word(form.text)
      let known = forms[word, default: []]
      if known.contains(where: { $0.entry == entry && $0.shape == form.shape }) { continue }
      forms[word] =
        known + [
          WordForm(
            entry: entry, shape: form.shape, isPassive: isPassive,
            isFirstPerson: form.isFirstPerson, isBound: form.isBound)
        ]
    }
  }

  func forms(of word: Word) -> [WordForm] { forms[word] ?? [] }
}

/// Why a lexicon cannot be read.
package enum WordLexiconError: Error, Hashable, Sendable {
  case missingFile(String)
  /// Not five fields, an unknown role or an unknown option.
  case malformedLine(file: String, line: Int)
}

extension LexicalRole {
  /// Reads the first field of a lexicon line, `speech:statement` or `plan`.
  init?(name: String, _ classes: inout NounClasses.Names) {
    let pair = name.split(separator: ":").map(String.init)
    switch (pair.first, pair.count > 1 ? pair[1] : nil) {
    case ("speech", let kind?):
      guard let kind = ReportKind(rawValue: kind) else { return nil }
      self = .speech(kind)
    case ("event", let kind?):
      guard let kind = ReportKind(rawValue: kind) else { return nil }
      self = .event(kind)
    case ("aspect", let aspect?):
      guard let aspect = Aspect(rawValue: aspect) else { return nil }
      self = .aspect(aspect)
    case ("noun", let name?):
      guard let named = classes.named(name) else { return nil }
      self = .noun(named)
    case ("plain", nil): self = .plain
    case ("light", nil): self = .light
    case ("plan", nil): self = .plan
    case ("expectation", nil): self = .expectation
    case ("possibility", nil): self = .possibility
    case ("obligation", nil): self = .obligation
    case ("denial", nil): self = .denial
    case ("cause", nil): self = .cause
    case ("content", nil): self = .content
    default: return nil
    }
  }
}
