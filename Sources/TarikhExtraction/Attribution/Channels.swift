internal import ArabicDates
internal import TarikhModel

/// Through what somebody speaks: a statement in writing, a press conference, an interview.
enum Channels {
  static func channel(in range: Range<Int>, _ context: ArticleContext) -> Attribution.Channel? {
    let words = range.prefix(40).map { context.bare[$0] }.filter(all.contains)
    if words.isEmpty { return nil }
    func has(_ options: WordSet) -> Bool { words.contains(where: options.contains) }
    if has(conferences), has(ofThePress) { return .pressConference }
    if has(briefings) { return .mediaBriefing }
    if has(interviews) || has(talks) && has(ofTheMedia) { return .interview }
    if has(media) { return .socialMedia }
    if has(statements) { return has(joint) ? .jointStatement : .writtenStatement }
    if has(letters) { return .writtenStatement }
    return has(meetings) ? .meeting : nil
  }

  private static let conferences: WordSet = ["مؤتمر", "موتمر"]
  private static let ofThePress: WordSet = ["صحفي", "صحافي"]
  private static let briefings: WordSet = ["احاطه", "ايجاز"]
  private static let interviews: WordSet = ["مقابله"]
  private static let talks: WordSet = ["حوار", "لقاء"]
  private static let ofTheMedia: WordSet = [
    "تلفزيونيه", "صحفيه", "صحافيه", "تلفزيوني", "صحفي", "خاصه",
  ]
  private static let media: WordSet = [
    "تغريده", "تويتر", "فيسبوك", "اكس", "منصه", "التواصل", "تدوينه", "منشور",
  ]
  private static let statements: WordSet = ["بيان", "البيان"]
  private static let joint: WordSet = ["مشترك", "المشترك"]
  private static let letters: WordSet = ["رساله", "بلاغ"]
  private static let meetings: WordSet = ["اجتماع", "اجتماعه", "لقائه", "لقاءه", "جلسه"]

  private static let all: WordSet = {
    var words: WordSet = []
    for set in [
      conferences, ofThePress, briefings, interviews, talks, ofTheMedia, media, statements, joint,
      letters, meetings,
    ] {
      words.formUnion(set)
    }
    return words
  }()
}
