import ArabicDates
import Testing

/// The reference is Friday 27 September 2024.
@Suite struct `Prepositions and measures` {
  @Test(arguments: [
    Expectation("نازحون ⟨منذ 2011⟩ في الخيام", "2011/..", .since),
    Expectation("نازحون ⟨منذ عام 2011⟩ في الخيام", "2011/..", .since),
    Expectation("نازحون ⟨منذ أغسطس⟩ في الخيام", "2024-08/..", .since),
    Expectation("الحرب المستمرة ⟨منذ السابع من أكتوبر 2023⟩", "2023-10-07/..", .since),
    Expectation("الحرب ⟨منذ السابع من أكتوبر/تشرين الأول الماضي⟩", "2023-10-07/.."),
    Expectation("متوقفة ⟨منذ أمس⟩", "2024-09-26/.."),
    Expectation("متوقفة ⟨منذ ثلاثة أيام⟩", "2024-09-24/..", .since),
    Expectation("متوقفة ⟨منذ عامين⟩", "2022/.."),
    Expectation("متوقفة ⟨منذ نحو عشر سنوات⟩", "2014~/.."),
    Expectation("متوقفة ⟨منذ مطلع 2024⟩", "2024-01~/.."),
    Expectation("يسري ⟨ابتداء من 1/1/2016⟩", "2016-01-01/..", .since),
    Expectation("خفض الوجود ⟨حتى عام 2026⟩", "../2026", .until),
    Expectation("تستمر ⟨حتى نهاية العام⟩", "../2024-12~", .until),
    Expectation("لم يعد ⟨حتى الآن⟩ أحد", "../2024-09-27", .until),
    Expectation("خروج القوات ⟨بحلول عام 2025⟩", "../2025", .by),
    Expectation("خروج القوات ⟨بحلول سبتمبر من هذا العام⟩", "../2024-09", .by),
    Expectation("كان ذلك ⟨قبل عام 2011⟩", "../2010", .before),
    Expectation("كان ذلك ⟨بعد عام 2011⟩", "2012/..", .after),
    Expectation("كان ذلك ⟨قبل نهاية 2025⟩", "../2025-12~", .before),
  ])
  func `make open intervals`(_ expectation: Expectation) { expectation.check() }

  @Test(arguments: [
    Expectation("عما كان عليه ⟨قبل عشر سنوات⟩", "2014~"),
    Expectation("غادر ⟨قبل ثلاث سنوات⟩", "2021"),
    Expectation("غادر ⟨قبل نحو 3 أشهر⟩", "2024-06~"),
    Expectation("غادر ⟨قبل يومين⟩", "2024-09-25"),
    Expectation("غادر ⟨قبل أسبوعين⟩", "2024-09-13~"),
    Expectation("غادر ⟨قبل خمسة وعشرين عاما⟩", "1999~"),
    Expectation("غادر ⟨قبل بضعة أيام⟩", "2024-09-24~"),
    Expectation("سيعود ⟨بعد ثلاثة أيام⟩", "2024-09-30"),
    Expectation("سيعود ⟨بعد شهرين⟩", "2024-11"),
    Expectation("عثر على جثته ⟨بعد ثلاثة أيام⟩", nil),
    Expectation("التسجيل ⟨قبل سبعة أيام⟩ من موعد الاقتراع", nil),
    Expectation("سيرد ⟨في غضون أسبوع⟩", "2024-09-27/2024-10-04~"),
    Expectation("غادر ⟨3 أيام مضت⟩", "2024-09-24"),
    Expectation("خلال ⟨السنوات الخمس الماضية⟩ قتل", "2019~/2024-09-27", .during),
    Expectation("خلال ⟨الأيام الثلاثة المقبلة⟩", "2024-09-27/2024-09-30~"),
    Expectation("شن غارات في ⟨الأشهر الأخيرة⟩", "2024-06-27~/2024-09-27~"),
    Expectation("خلال ⟨العامين الماضيين⟩ قتل", "2022~/2024-09-27"),
    Expectation("في ⟨الأشهر الستة الأولى من عام 2023⟩", "2023-01/2023-06"),
    Expectation("الوجود ⟨على مدار عقدين⟩", "2004~/2024"),
  ])
  func `count units from the reference`(_ expectation: Expectation) { expectation.check() }

  @Test(arguments: [
    Expectation("في ⟨نهاية أغسطس⟩، أشارت", "2024-08-21~/2024-08-31~"),
    Expectation("في ⟨أوائل أغسطس 2025⟩", "2025-08-01~/2025-08-10~"),
    Expectation("في ⟨منتصف أغسطس 2025⟩", "2025-08-11~/2025-08-20~"),
    Expectation("في ⟨أواخر شهر أغسطس الماضي⟩", "2024-08-21~/2024-08-31~"),
    Expectation("في ⟨بداية عام 2025⟩", "2025-01~"),
    Expectation("في ⟨مطلع 2025⟩", "2025-01~"),
    Expectation("⟨نهاية العام الجاري⟩", "2024-12~"),
    Expectation("في ⟨نهاية القرن الثامن⟩ أقيمت", "0767~/0799~"),
    Expectation("في ⟨أول سبتمبر⟩ قتل", "2024-09-01"),
  ])
  func `take a part of a period`(_ expectation: Expectation) { expectation.check() }

  @Test(arguments: [
    Expectation("⟨بين عامي 2011 و2015⟩ قتل", "2011/2015", .during),
    Expectation("⟨من 13 إلى 15 يوليو⟩ انعقد", "2024-07-13/2024-07-15"),
    Expectation("⟨من 4 إلى 22 يناير 1995⟩", "1995-01-04/1995-01-22"),
    Expectation("يقام ⟨13-15 تموز 2023⟩", "2023-07-13/2023-07-15"),
    Expectation("⟨بين تشرين الثاني 1886 وحزيران 1887⟩", "1886-11/1887-06"),
    Expectation("⟨بين يناير ومارس 2020⟩", "2020-01/2020-03"),
    Expectation("ثورة فلسطين ( ⟨1936 - 1939⟩ ) .", "1936/1939"),
    Expectation("⟨من 2014 حتى 2018⟩.", "2014/2018"),
    Expectation("⟨يومي 10 و11 أبريل 2024⟩", "2024-04-10/2024-04-11"),
    Expectation("⟨من مساء أمس وحتى فجر اليوم⟩", "2024-09-26/2024-09-27"),
    Expectation("⟨نوفمبر بين 15 و19⟩", "2024-11-15/2024-11-19"),
  ])
  func `join two dates`(_ expectation: Expectation) { expectation.check() }
}
