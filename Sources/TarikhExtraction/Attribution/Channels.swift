internal import ArabicDates
internal import TarikhModel

/// Through what somebody speaks: a statement in writing, a press conference, an interview.
enum Channels {
  static func channel(in range: Range<Int>, _ context: ArticleContext) -> Attribution.Channel? {
    let words = range.prefix(40).map {
      context.bare[$0]
    }
    func has(_ options: Word...) -> Bool { options.contains { words.contains($0) } }
    if has("مؤتمر", "موتمر"), has("صحفي", "صحافي") { return .pressConference }
    if has("احاطه", "ايجاز") { return .mediaBriefing }
    if has("مقابله") { return .interview }
    if has("حوار", "لقاء"),
      has("تلفزيونيه", "صحفيه", "صحافيه", "تلفزيوني", "صحفي", "خاصه")
    {
      return .interview
    }
    if has("تغريده", "تويتر", "فيسبوك", "اكس", "منصه", "التواصل", "تدوينه", "منشور") {
      return .socialMedia
    }
    if has("بيان", "البيان") {
      return has("مشترك", "المشترك") ? .jointStatement : .writtenStatement
    }
    if has("رساله", "بلاغ") { return .writtenStatement }
    if has("اجتماع", "اجتماعه", "لقائه", "لقاءه", "جلسه") { return .meeting }
    return nil
  }
}
