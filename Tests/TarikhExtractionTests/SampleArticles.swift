import TarikhModel
import Testing

/// An article of our own writing with the reports that must be found in it.
struct SampleArticle: CustomTestStringConvertible, Sendable {
  var name: String
  var published: String
  var text: String
  /// Kind and the word that names it, in reading order of the words.
  var expected: [(kind: ReportKind, trigger: String)]
  var testDescription: String { name }

  static let all = [sudan, lebanon, libya, ukraine, gaza, sahel]

  static let sudan = SampleArticle(
    name: "Sudan, agency style", published: "2025-01-11",
    text: """
      الجيش السوداني يستعيد السيطرة على مدينة ود مدني

      الخرطوم - وكالات

      أعلن الجيش السوداني، السبت، استعادة السيطرة على مدينة ود مدني عاصمة ولاية الجزيرة بعد معارك عنيفة مع قوات الدعم السريع استمرت ثلاثة أيام.

      وقال المتحدث باسم الجيش في بيان إن القوات المسلحة دخلت المدينة صباح اليوم، فيما أصيب 15 جنديا.

      من جهتها، نفت قوات الدعم السريع انسحابها من المدينة، مؤكدة أنها أعادت تموضع قواتها في محيطها.

      وأفاد شهود عيان بأن طائرات حربية شنت غارات على مواقع جنوب المدينة أسفرت عن مقتل 12 مدنيا على الأقل وإصابة 30 آخرين.

      ودعت الأمم المتحدة، أمس الجمعة، طرفي النزاع إلى وقف إطلاق النار فورا، محذرة من كارثة إنسانية.

      وكانت قوات الدعم السريع قد سيطرت على المدينة في ديسمبر 2023.

      ومن المقرر أن يجتمع مجلس الأمن الدولي الثلاثاء المقبل لبحث الأوضاع في السودان.
      """,
    expected: [
      (.announcement, "أعلن"), (.control, "استعادة"), (.statement, "وقال"), (.casualty, "أصيب"),
      (.statement, "نفت"), (.withdrawal, "انسحابها"), (.deployment, "تموضع"),
      (.statement, "وأفاد"), (.operation, "غارات"), (.casualty, "مقتل"), (.casualty, "وإصابة"),
      (.demand, "ودعت"), (.agreement, "وقف"), (.control, "سيطرت"), (.meeting, "يجتمع"),
    ])

  static let lebanon = SampleArticle(
    name: "Lebanon, one paragraph", published: "2024-11-28",
    text: """
      بيروت: وقّع لبنان وإسرائيل اتفاقا لوقف إطلاق النار برعاية أميركية يوم الأربعاء 27 تشرين الثاني 2024، ينص على انسحاب الجيش الإسرائيلي من جنوب لبنان وانتشار 5000 جندي من الجيش اللبناني في المنطقة. وأشار مصدر أمني الى ان الجيش اللبناني بدأ بتعزيز انتشاره جنوب الليطاني، ويُتوقع أن ترسل قوات اليونيفيل تعزيزات إضافية. وكشف رئيس مجلس النواب نبيه بري عن لقاء مرتقب مع الموفد الأميركي الأسبوع المقبل. إلى ذلك، استشهد ثلاثة أشخاص وجُرح خمسة في غارة إسرائيلية على بلدة الخيام فجر اليوم، وفق وزارة الصحة.
      """,
    expected: [
      (.agreement, "وقّع"), (.withdrawal, "انسحاب"), (.deployment, "وانتشار"),
      (.statement, "وأشار"), (.deployment, "بتعزيز"), (.deployment, "ترسل"),
      (.announcement, "وكشف"), (.meeting, "لقاء"), (.casualty, "استشهد"), (.casualty, "وجُرح"),
      (.operation, "غارة"),
    ])

  static let libya = SampleArticle(
    name: "Libya, state agency with a dateline", published: "2025-10-03",
    text: """
      طرابلس 3 أكتوبر 2025 (وال) - اجتمع رئيس حكومة الوحدة الوطنية عبد الحميد الدبيبة، اليوم الجمعة، بالمبعوثة الأممية هانا تيتيه لمناقشة خارطة الطريق السياسية.
      وتسلم الجيش الليبي قاعدة معيتيقة من قوة الردع بعد مفاوضات استمرت شهرا. وقتل 7 أشخاص في اشتباكات اندلعت ليلة أمس بين مجموعتين مسلحتين.
      واستقال وزير الدفاع من منصبه احتجاجا على الاتفاق، حسبما أفاد مكتبه الإعلامي.
      """,
    expected: [
      (.meeting, "اجتمع"), (.handover, "وتسلم"), (.casualty, "وقتل"), (.attack, "اندلعت"),
      (.office, "واستقال"),
    ])

  static let ukraine = SampleArticle(
    name: "Ukraine, Turkish agency style", published: "2025-11-23",
    text: """
      كييف تعلن إسقاط مسيّرات روسية
      موسكو/ كييف/ الأناضول
      قالت القوات الجوية الأوكرانية الأحد إنها أسقطت 50 طائرة مسيرة خلال الليل، فيما أعلنت وزارة الدفاع الروسية السيطرة على قرية جديدة في منطقة دونيتسك شرقي أوكرانيا.
      وصرح الرئيس الأوكراني فولوديمير زيلينسكي للصحفيين بأن بلاده "لن تتنازل عن أراضيها" ولن تسحب قواتها من دونباس.
      ويُنتظر أن يلتقي المبعوث الأمريكي ستيف ويتكوف بالرئيس الروسي فلاديمير بوتين في موسكو الأسبوع القادم، بحسب ما ذكره المتحدث باسم الكرملين.
      وفي فبراير/ شباط 2022 شنت روسيا هجوما عسكريا واسعا على أوكرانيا.
      وفرض الاتحاد الأوروبي عقوبات جديدة، في حين صادق البرلمان على قرض جديد.
      """,
    expected: [
      (.statement, "قالت"), (.operation, "أسقطت"), (.announcement, "أعلنت"),
      (.control, "السيطرة"), (.statement, "وصرح"), (.withdrawal, "تسحب"), (.meeting, "يلتقي"),
      (.attack, "هجوما"), (.decision, "وفرض"), (.decision, "صادق"),
    ])

  static let gaza = SampleArticle(
    name: "Gaza, satellite channel style", published: "2025-09-29",
    text: """
      غزة: الاحتلال يواصل القصف

      استشهد 23 فلسطينيا وأصيب العشرات، منذ فجر اليوم الاثنين، في سلسلة غارات شنها جيش الاحتلال الإسرائيلي على مناطق متفرقة من قطاع غزة.

      وزعم جيش الاحتلال أنه قتل قائدا ميدانيا في حركة حماس.

      وفي القاهرة، تتواصل المفاوضات غير المباشرة، وسط توقعات بالتوصل إلى هدنة لمدة 60 يوما. وجددت حماس تمسكها بانسحاب كامل لقوات الاحتلال من القطاع.

      وارتفعت حصيلة ضحايا العدوان منذ السابع من أكتوبر 2023 إلى 66 ألفا و55 شهيدا، بحسب وزارة الصحة في غزة.

      اقرأ أيضا: تفاصيل المقترح المصري
      """,
    expected: [
      (.casualty, "استشهد"), (.casualty, "وأصيب"), (.operation, "غارات"), (.statement, "وزعم"),
      (.casualty, "قتل"), (.meeting, "المفاوضات"), (.agreement, "بالتوصل"),
      (.statement, "وجددت"), (.withdrawal, "بانسحاب"), (.casualty, "شهيدا"),
    ])

  static let sahel = SampleArticle(
    name: "Sahel, Maghreb month names", published: "2023-11-12",
    text: """
      باريس تقلص وجودها في الساحل

      قررت الحكومة الانتقالية في مالي إنهاء مهمة بعثة الأمم المتحدة بحلول نهاية دجنبر المقبل.

      وغادر آخر الجنود الفرنسيين قاعدة غاو العسكرية شمالي البلاد. وكان لفرنسا نحو 5100 جندي في منطقة الساحل في عام 2020.

      وذكر مصدر دبلوماسي رفيع المستوى، طلب عدم الكشف عن اسمه، أن باريس تعتزم خفض عدد جنودها في النيجر إلى 1000 جندي قبل نهاية السنة.

      واتهم رئيس الوزراء المالي فرنسا بدعم الجماعات المسلحة.
      """,
    expected: [
      (.decision, "قررت"), (.mission, "إنهاء"), (.withdrawal, "وغادر"), (.forceLevel, "5100"),
      (.statement, "وذكر"), (.drawdown, "خفض"), (.reaction, "واتهم"),
    ])
}

@Suite struct SampleArticleTests {
  @Test(arguments: SampleArticle.all)
  func `an article gives its reports and not many more`(_ article: SampleArticle) throws {
    let found = try reports(article.text, published: article.published).map { report in
      (
        kind: report.kind,
        trigger: words(of: article.text, report.evidence?.trigger ?? TextRange(start: 0, end: 0))
      )
    }
    for expected in article.expected {
      #expect(
        found.contains { $0 == expected }, "missing \(expected), found \(found)")
    }
    #expect(found.count <= article.expected.count + 1, "\(found)")
  }
}
