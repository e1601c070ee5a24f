import Testing

/// Sentences of our own with the quantities in them: comparator (none for `=`), figure, unit.
enum QuantityCases {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: String
    var testDescription: String { text }
  }

  /// One case a line: sentence, two bars, quantities between semicolons.
  static func parse(_ table: String) -> [Case] {
    table.split(separator: "\n").map { line in
      let sides = line.split(separator: "||", omittingEmptySubsequences: false)
      return Case(
        text: String(sides[0]).trimmed,
        expected: sides.count > 1 ? String(sides[1]).trimmed : "")
    }
  }

  static let figures = parse(
    """
    انتشر 2500 جندي في المدينة || 2500 soldiers
    انتشر ٢٥٠٠ جندي في المدينة || 2500 soldiers
    انتشر ۲۵۰۰ جندي في المدينة || 2500 soldiers
    أرسلت الدولة 2,500 جندي || 2500 soldiers
    أرسلت الدولة ٢٬٥٠٠ جندي || 2500 soldiers
    أرسلت الدولة 2.500 جندي || 2500 soldiers
    أرسلت الدولة 25 000 عسكري || 25000 soldiers
    أرسلت الدولة 25 ألف جندي || 25000 soldiers
    أرسلت الدولة 25ألف جندي || 25000 soldiers
    حشدت موسكو 1.5 مليون مقاتل || 1500000 soldiers
    حشدت موسكو 1,5 مليون مقاتل || 1500000 soldiers
    حشدت موسكو ١٫٥ مليون مقاتل || 1500000 soldiers
    قدّمت 3 آلاف و500 مجند || 3500 soldiers
    بلغت الكلفة 3 مليارات دولار || 3000000000 currency
    بلغت الكلفة 1.250 مليار دولار || 1250000000 currency
    شنت الطائرات 14 غارة على الجبل || 14 raids
    أطلق الفصيل 7 صواريخ و3 مسيّرات || 7 rockets; 3 drones
    أسقط الدفاع الجوي 12 طائرة مسيرة || 12 drones
    دمّر القصف 40 دبابة و60 آلية || 40 vehicles; 60 vehicles
    مقارنة بـ121 هجوما في الفترة ذاتها || 121 attacks
    أغلقت القوة 5 قواعد في الشمال || 5 bases
    يبعد المعسكر 30 كيلومترا عن الحدود || 30 kilometres
    قُتل 17 مدنيا في القصف || 17 people
    سقط 9 قتلى و21 جريحا || 9 killed; 21 wounded
    وصل 4000 نازح إلى المخيم || 4000 people
    أُفرج عن 15 أسيرا || 15 people
    غرقت 2 سفن حربية || 2 ships
    شارك 300 متظاهر في المسيرة الكبرى || 300 people
    حصل على 250 مقعدا || 250 seats
    جرح 3 من عناصر الشرطة || 3 soldiers
    انتشر 2500 من القوات الأميركية || 2500 soldiers
    سُحبت 20 مدرعة || 20 vehicles
    """)

  static let percents = parse(
    """
    خُفّض الوجود بنسبة 20% || 20 percent
    خُفّض الوجود بنسبة ٢٠٪ || 20 percent
    خُفّض الوجود بنسبة 20 % || 20 percent
    خُفّض الوجود بنسبة %20 || 20 percent
    خُفّض الوجود بنسبة 20 في المئة || 20 percent
    خُفّض الوجود بنسبة 20 بالمئة || 20 percent
    خُفّض الوجود بنسبة 20 بالمائة || 20 percent
    خُفّض الوجود بنسبة عشرين في المئة || 20 percent
    خُفّض الوجود بنحو 3.5% || ~3.5 percent
    بلغت المشاركة نحو 41 في المائة || ~41 percent
    نال أكثر من 60 بالمئة من الأصوات || >60 percent
    """)

  static let spelled = parse(
    """
    قُتل ثلاثة جنود في الهجوم || 3 soldiers
    قُتلت ثلاث نساء || 3 people
    قُتل أحد عشر جنديا || 11 soldiers
    استهدفت إحدى عشرة قاعدة || 11 bases
    قُتل اثنا عشر مقاتلا || 12 soldiers
    وصلت اثنتا عشرة طائرة || 12 aircraft
    وصلت ثلاث عشرة طائرة || 13 aircraft
    قُتل خمسة عشر مدنيا || 15 people
    قُتل عشرون مدنيا || 20 people
    أصيب ثلاثة وعشرون جنديا || 23 soldiers
    أصيب واحد وعشرون جنديا || 21 soldiers
    نفّذت خمسا وثلاثين غارة || 35 raids
    قُتل مئة جندي || 100 soldiers
    قُتل مائة وخمسون جنديا || 150 soldiers
    قُتل مئتا جندي || 200 soldiers
    أُرسل مئتان وخمسون ضابطا || 250 soldiers
    أُرسل ثلاثمئة جندي || 300 soldiers
    أُرسل ثلاثمائة وخمسة وعشرون جنديا || 325 soldiers
    أُرسل ألف جندي || 1000 soldiers
    أُرسل ألفا جندي || 2000 soldiers
    وصل ألفي جندي إلى القاعدة || 2000 soldiers
    أُرسل ألفان وخمسمئة جندي || 2500 soldiers
    أُرسل ثلاثة آلاف جندي || 3000 soldiers
    أُرسل خمسة عشر ألف جندي || 15000 soldiers
    أُرسل خمسة عشر ألفا من الجنود || 15000 soldiers
    أُرسل مئة وخمسون ألف جندي || 150000 soldiers
    غادر ألفان و500 من أفراد الجيش || 2500 soldiers
    نزح مليون شخص || 1000000 people
    نزح مليونا شخص || 2000000 people
    نزح مليون ونصف المليون شخص || 1500000 people
    نزح نصف مليون شخص || 500000 people
    نزح مليون وثلاثمئة ألف شخص || 1300000 people
    كلّف ملياري دولار || 2000000000 currency
    سقط أربعة قتلى وسبعة جرحى || 4 killed; 7 wounded
    خمسة من عناصر الأمن قُتلوا || 5 soldiers
    وصل الجنود إلى ست قواعد || 6 bases
    """)

  static let duals = parse(
    """
    قُتل جنديان في الانفجار || 2 soldiers
    أصيب جنديين بجروح || 2 soldiers
    أخليت قاعدتان في الغرب || 2 bases
    أخلت القوات قاعدتين || 2 bases
    أطلق صاروخين على الميناء || 2 rockets
    شنّ غارتين على البلدة || 2 raids
    أسقط طائرتين || 2 aircraft
    سقط قتيلان وجريحان || 2 killed; 2 wounded
    """)

  static let comparators = parse(
    """
    نحو 700 جندي || ~700 soldiers
    حوالي 700 جندي || ~700 soldiers
    قرابة 700 جندي || ~700 soldiers
    زهاء 700 جندي || ~700 soldiers
    ما يقرب من 700 جندي || ~700 soldiers
    ما يقارب 700 جندي || ~700 soldiers
    700 جندي تقريبا || ~700 soldiers
    بنحو 700 جندي || ~700 soldiers
    أكثر من 700 جندي || >700 soldiers
    وأكثر من 700 جندي || >700 soldiers
    أزيد من 700 جندي || >700 soldiers
    ما يزيد على 700 جندي || >700 soldiers
    يزيد عددهم عن 700 جندي || >700 soldiers
    يتجاوز 700 جندي || >700 soldiers
    تجاوزت 700 غارة || >700 raids
    فوق 700 جندي || >700 soldiers
    يربو على 700 جندي || >700 soldiers
    أقل من 700 جندي || <700 soldiers
    إلى أقل من 700 جندي || <700 soldiers
    دون 700 جندي || <700 soldiers
    لا يقل عن 700 جندي || ≥700 soldiers
    ما لا يقل عن 700 جندي || ≥700 soldiers
    700 جندي على الأقل || ≥700 soldiers
    لا يتجاوز 700 جندي || ≤700 soldiers
    لا يزيد على 700 جندي || ≤700 soldiers
    700 جندي على الأكثر || ≤700 soldiers
    ما يصل إلى 700 جندي || ≤700 soldiers
    """)

  static let ranges = parse(
    """
    بين 300 و400 جندي || 300-400 soldiers
    ما بين ثلاثين وأربعين مقاتلا || 30-40 soldiers
    بين 3 و5 آلاف مقاتل || 3000-5000 soldiers
    أُصيب 20-30 جنديا || 20-30 soldiers
    من 20 إلى 30 جنديا || 20-30 soldiers
    ثلاثة أو أربعة جنود || 3-4 soldiers
    بين مئة ومئتي مقاتل || 100-200 soldiers
    خفض عدد القوات من 2500 إلى 1800 جندي || 2500 soldiers; 1800 soldiers
    زادت الدولة عدد جنودها من 900 إلى 1200 || 900 soldiers; 1200 soldiers
    """)

  static let implied = parse(
    """
    في البلاد نحو 2500 جندي بينما تقول مصادر إن العدد يتجاوز 3000 || ~2500 soldiers; >3000 soldiers
    قدرت المنظمة عدد القتلى بما بين 20 ألفا و150 ألفا || 20000-150000 killed
    عدد الجنود يبلغ 850 || 850 soldiers
    قُتل 5 وأصيب 12 آخرون || 5 killed; 12 wounded
    مقتل 8 وإصابة 14 في انفجار || 8 killed; 14 wounded
    قتل أربعة مدنيين وأصيب تسعة آخرون بجروح || 4 people; 9 wounded
    أعلن الفصيل قتل 70 من عناصرها وأسر 45 آخرين || 70 soldiers; 45 people
    سينخفض الوجود في القاعدة من 8 آلاف إلى نحو 4500 جندي || 8000 soldiers; ~4500 soldiers
    اتخذ القرار بأغلبية 80 نائبا من أصل 112 حضروا || 80 votes; 112 people
    جرت الانتخابات في 40 دائرة وخمس ولايات || 40 other; 5 other
    بقي 30 منها في الشمال
    """)

  static let nothing = parse(
    """
    وقع الهجوم في عام 2014
    صدر القرار رقم 1701 عن المجلس
    نصت المادة 140 من الدستور
    اتصل على الرقم 00963 939 114 037
    الهاتف 963112233
    وصل عند الساعة 10:30
    فاز الفريق 3-1 على ضيفه
    حلقت طائرات إف-16 فوق المدينة
    نشرت منظومة إس-400 في القاعدة
    اغتيل رجل عمره 35 عاما
    استمرت الحرب 20 سنة
    دامت المعارك ثلاثة أيام
    قبل عشر سنوات سيطر التنظيم على المدينة
    عشرات الجنود انسحبوا
    آلاف المقاتلين وصلوا
    في اليوم الثالث من المعارك
    أحد عناصر التنظيم اعتُقل
    انسحب اللواء 35 من البلدة
    3/10/2025
    كوفيد-19 في البلاد
    بث على القناة 12
    ذكرت القناة 12 الإسرائيلية ذلك
    قال مسؤولان أميركيان ذلك
    وكالة 24 نيوز
    """)
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace)).trimmedEnd
  }
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
