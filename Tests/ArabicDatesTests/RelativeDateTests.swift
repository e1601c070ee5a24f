import ArabicDates
import Testing

/// The reference is Friday 27 September 2024 unless a row says otherwise.
@Suite struct `Dates relative to the day of publication` {
  @Test(arguments: [
    Expectation("أعلنت الوزارة ⟨أمس⟩ سحب القوات", "2024-09-26", .on),
    Expectation("أعلنت الوزارة ⟨اليوم⟩ سحب القوات", "2024-09-27"),
    Expectation("تنطلق القمة ⟨غدا⟩", "2024-09-28"),
    Expectation("تنطلق القمة ⟨غدًا⟩ في بغداد", "2024-09-28"),
    Expectation("زار بغداد ⟨أول من أمس⟩", "2024-09-25"),
    Expectation("زار بغداد ⟨أول أمس⟩", "2024-09-25"),
    Expectation("زار بغداد ⟨أمس الأول⟩", "2024-09-25"),
    Expectation("يصل الوفد ⟨بعد غد⟩", "2024-09-29"),
    Expectation("يصل الوفد ⟨يوم غد⟩", "2024-09-28"),
    Expectation("قصف الجيش البلدة ⟨مساء أمس⟩", "2024-09-26"),
    Expectation("قصف الجيش البلدة ⟨فجر اليوم⟩", "2024-09-27"),
    Expectation("قال ⟨اليوم الجمعة⟩ إن", "2024-09-27"),
    Expectation("قال ⟨أمس الخميس⟩ إن", "2024-09-26"),
    Expectation("قال ⟨أمس (الخميس)⟩ إن", "2024-09-26"),
    Expectation("وصل ⟨البارحة⟩", "2024-09-26"),
    Expectation("الوضع ⟨حاليا⟩ هادئ", "2024-09-27~"),
  ])
  func `count days`(_ expectation: Expectation) { expectation.check() }

  @Test(arguments: [
    Expectation("سيطر الجيش على البلدة في 3 مايو، و⟨بعد يومين⟩ انسحب منها", "2024-05-05"),
    Expectation("دخلت القوات المدينة عام 2019 وخرجت منها ⟨بعد سنتين⟩", "2021"),
    Expectation("استقال في 1 آذار، و⟨بعد أسبوع⟩ عاد إلى منصبه", "2024-03-08~"),
    Expectation("وصل الوفد في 3 مايو. و⟨بعد يومين⟩ غادر", nil),
    Expectation("في عام 2019 وصل، و⟨بعد يومين⟩ غادر", nil),
  ])
  func `count from the date that the same sentence gave before`(_ expectation: Expectation) {
    expectation.check()
  }

  @Test(arguments: [
    Expectation("والتقى الوزير نظيره ⟨يوم الثلاثاء⟩", "2024-09-24", .on),
    Expectation("أعلنت الحكومة ⟨الأربعاء⟩ أنها ستسحب قواتها", "2024-09-25"),
    Expectation("قال ⟨الجمعة⟩ إن القوات ستغادر", "2024-09-27"),
    Expectation("سيعقد الاجتماع ⟨الثلاثاء⟩ في بغداد", "2024-10-01"),
    Expectation("سوف يصل الوفد ⟨يوم الأحد⟩", "2024-09-29"),
    Expectation("ومن المقرر أن يصل الوفد ⟨الاثنين⟩", "2024-09-30"),
    Expectation("يعقد البرلمان ⟨السبت⟩ جلسة طارئة", "2024-09-28"),
    Expectation("سيلتقي الرئيس نظيره ⟨الخميس⟩", "2024-10-03"),
    Expectation("زار دمشق ⟨الثلاثاء الماضي⟩", "2024-09-24"),
    Expectation("يزور دمشق ⟨الثلاثاء المقبل⟩", "2024-10-01"),
    Expectation("زار دمشق ⟨الجمعة الماضي⟩", "2024-09-20"),
    Expectation("زار دمشق ⟨الجمعة قبل الماضي⟩", "2024-09-13"),
    Expectation("وقع الهجوم ⟨فجر الاثنين⟩", "2024-09-23"),
    Expectation("وقع الهجوم ⟨مساء يوم الأحد⟩", "2024-09-22"),
    Expectation("يجتمعون ⟨الجمعة من الأسبوع المقبل⟩", "2024-10-04"),
    Expectation("يجتمعون ⟨الأسبوع المقبل يوم الاثنين⟩", "2024-09-30"),
    Expectation("عقد في ⟨آخر اثنين من شهر آذار 2024⟩", "2024-03-25"),
    Expectation("عقد في ⟨ثالث ثلاثاء من أيلول 2014⟩", "2014-09-16"),
  ])
  func `place weekdays by the tense of their clause`(_ expectation: Expectation) {
    expectation.check()
  }

  @Test(arguments: [
    Expectation("قال رئيس الوزراء ⟨هذا الأسبوع⟩ إن", "2024-09-23/2024-09-27"),
    Expectation("تعقد القمة ⟨هذا الأسبوع⟩", "2024-09-23/2024-09-29"),
    Expectation("ستعقد في نيويورك ⟨الأسبوع المقبل⟩", "2024-09-30/2024-10-06"),
    Expectation("اجتمعوا في واشنطن ⟨الأسبوع الماضي⟩", "2024-09-16/2024-09-22"),
    Expectation("اجتمعوا خلال ⟨الأسبوع الماضي⟩", "2024-09-16/2024-09-22", .during),
    Expectation("قتل ⟨الشهر الماضي⟩ ثلاثة", "2024-08"),
    Expectation("تنتهي المهلة ⟨الشهر المقبل⟩", "2024-10"),
    Expectation("بدأ العمل ⟨هذا الشهر⟩", "2024-09"),
    Expectation("الهدنة في ⟨الشهر الجاري⟩", "2024-09"),
    Expectation("حرب غزة ⟨العام الماضي⟩", "2023"),
    Expectation("يبدأ الانسحاب ⟨هذا العام⟩", "2024"),
    Expectation("يبدأ الانسحاب ⟨العام المقبل⟩", "2025"),
    Expectation("انتهت المهمة ⟨العام قبل الماضي⟩", "2022"),
    Expectation("على مدى ⟨العقد الماضي⟩", "201X"),
    Expectation("منذ عقود في ⟨القرن الماضي⟩", "19XX"),
    Expectation("في ⟨الخامس عشر من الشهر الجاري⟩", "2024-09-15"),
    Expectation("في ⟨20 من الشهر المقبل⟩", "2024-10-20"),
    Expectation("⟨الصيف الماضي⟩", "2024-22"),
    Expectation("في ⟨صيف العام الماضي⟩", "2023-22"),
    Expectation("في ⟨الربع الثالث من العام الجاري⟩", "2024-07/2024-09"),
  ])
  func `name weeks, months and years by their place`(_ expectation: Expectation) {
    expectation.check()
  }

  @Test(arguments: [
    Expectation("وفي ⟨سبتمبر الماضي⟩، أعلن الجهاز", "2023-09"),
    Expectation("وفي ⟨سبتمبر الماضي⟩، أعلن الجهاز", "2025-09", on: "2025-10-01"),
    Expectation("يغادر منصبه في ⟨يناير/كانون الثاني المقبل⟩", "2025-01"),
    Expectation("غادر منصبه في ⟨يناير (كانون الثاني) الماضي⟩", "2024-01"),
    Expectation("قمة الرياض في ⟨تشرين الثاني المقبل⟩", "2024-11"),
    Expectation("قتل في ⟨ديسمبر⟩ القيادي", "2023-12"),
    Expectation("ستبدأ في ⟨ديسمبر⟩ المرحلة", "2024-12"),
    Expectation("قتل في ⟨15 ديسمبر⟩ القيادي", "2023-12-15"),
    Expectation("ستبدأ في ⟨15 ديسمبر⟩ المرحلة", "2024-12-15"),
    Expectation("ستبدأ في ⟨15 مايو من العام المقبل⟩ المرحلة", "2025-05-15"),
    Expectation("بدأ في ⟨10 أبريل الجاري⟩", "2024-04-10"),
    Expectation("في ⟨أيلول من هذا العام⟩", "2024-09"),
    Expectation("أقيم ⟨يونيو العام الماضي⟩", "2023-06"),
  ])
  func `place months and days by adjective or tense`(_ expectation: Expectation) {
    expectation.check()
  }
}
