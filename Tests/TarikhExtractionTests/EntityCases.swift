import Testing

/// Sentences of our own with the mentions in them: id and words.
enum EntityCases {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: [String]
    var testDescription: String { text }
  }

  /// A sentence a line; under it its mentions, `=> id=words` a line.
  static func parse(_ table: String) -> [Case] {
    var cases: [Case] = []
    for line in table.split(separator: "\n") {
      if line.hasPrefix("=> ") {
        cases[cases.count - 1].expected.append(trimmed(line.dropFirst(3)))
      } else {
        cases.append(Case(text: trimmed(line), expected: []))
      }
    }
    return cases
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  static let states = parse(
    """
    زار الوفد الوزاري تركيا والعراق
    => source:ministerial-delegation=الوفد الوزاري
    => actor:turkey=تركيا
    => actor:iraq=العراق
    انسحبوا بالعراق ثم عادوا للعراق
    => actor:iraq=العراق
    => actor:iraq=للعراق
    قدمت قطر دعما للبنان
    => actor:qatar=قطر
    => actor:lebanon=لبنان
    قالت واشنطن لبغداد
    => place:washington=واشنطن
    => place:baghdad=بغداد
    الموقف الأمريكي والأميركي
    => actor:us=الأمريكي
    => actor:us=الأميركي
    سفن كورية جنوبية
    => actor:south-korea=كورية جنوبية
    السفن الكورية الشمالية
    => actor:north-korea=الكورية الشمالية
    رجال أتراك وأكراد
    => actor:turkey=أتراك
    => actor:kurds=أكراد
    سافر إلى سلطنة عمان
    => actor:oman=سلطنة عمان
    تقع عمان في الأردن
    => place:amman=عمان
    => actor:jordan=الأردن
    قصف طرابلس في ليبيا
    => place:tripoli=طرابلس
    => actor:libya=ليبيا
    مظاهرة في طرابلس شمال لبنان
    => place:tripoli-lebanon=طرابلس
    => actor:lebanon=لبنان
    قدّم دعما ماليا للحكومة المحلية
    => unresolved:الحكومه=للحكومة
    انتشرت القوات في مالي
    => unresolved:القوات=القوات
    => actor:mali=مالي
    العِراقُ وَسُوريا
    => actor:iraq=العِراقُ
    => actor:syria=سُوريا
    وصل إلى الصّــين
    => actor:china=الصّــين
    """)

  static let bodies = parse(
    """
    قالت وزارة الدفاع الأميركية
    => actor:us-dod=وزارة الدفاع الأميركية
    قالت وزارة الدفاع الأمريكية (البنتاغون) أمس
    => actor:us-dod=وزارة الدفاع الأمريكية (البنتاغون)
    ووزارة الدفاع الروسية
    => actor:russia-mod=وزارة الدفاع الروسية
    أعلنت وزارة الداخلية السعودية
    => actor:saudi-arabia-interior-ministry=وزارة الداخلية السعودية
    نفت الخارجية الإيرانية
    => actor:iran-mfa=الخارجية الإيرانية
    السياسة الخارجية الإيرانية
    => actor:iran=الإيرانية
    الجيش السوداني والقوات المسلحة المصرية
    => actor:sudan-military=الجيش السوداني
    => actor:egypt-military=القوات المسلحة المصرية
    القوات الخاصة الأميركية والعراقية
    => actor:us-special-forces=القوات الخاصة الأميركية
    => actor:iraq-special-forces=العراقية
    الحكومتان السورية واللبنانية
    => actor:syria=الحكومتان السورية
    => actor:lebanon=اللبنانية
    حكومة العراق وجيش لبنان
    => actor:iraq=حكومة العراق
    => actor:lebanon-military=جيش لبنان
    قوات أمريكية دخلت البلدة
    => actor:us-military=قوات أمريكية
    البيت الأبيض والكرملين والإليزيه
    => actor:us-white-house=البيت الأبيض
    => actor:russia-kremlin=الكرملين
    => actor:france-elysee=الإليزيه
    قال الجيش الإسرائيلي إن الجيش ينتشر
    => actor:israel-military=الجيش الإسرائيلي
    => actor:israel-military=الجيش
    ردت حركة حماس وحزب الله والحوثيون
    => actor:hamas=حركة حماس
    => actor:hezbollah=حزب الله
    => actor:houthis=الحوثيون
    تنظيم «داعش» الإرهابي
    => actor:isis=تنظيم «داعش» الإرهابي
    قوات الدعم السريع في الفاشر
    => actor:rsf=قوات الدعم السريع
    => place:el-fasher=الفاشر
    مجلس الأمن الدولي والجامعة العربية
    => actor:un-security-council=مجلس الأمن الدولي
    => actor:arab-league=الجامعة العربية
    اليونيفيل ويونامي
    => actor:unifil=اليونيفيل
    => actor:unami=يونامي
    قوات سوريا الديمقراطية «قسد»
    => actor:sdf=قوات سوريا الديمقراطية «قسد»
    حزب العمال الكردستاني
    => actor:pkk=حزب العمال الكردستاني
    الحرس الثوري الإيراني وفيلق القدس
    => actor:iran-irgc=الحرس الثوري الإيراني
    => actor:iran-quds-force=فيلق القدس
    التحالف الدولي بقيادة واشنطن
    => actor:coalition=التحالف الدولي بقيادة واشنطن
    قصف التحالف صنعاء في اليمن
    => actor:saudi-led-coalition=التحالف
    => place:sanaa=صنعاء
    => actor:yemen=اليمن
    كتبت صحيفة واشنطن بوست
    => outlet:washington-post=صحيفة واشنطن بوست
    نقلت وكالة رويترز عن فرانس برس
    => outlet:reuters=وكالة رويترز
    => outlet:afp=فرانس برس
    العديد من الدول
    ولد في مسقط رأسه
    """)

  static let places = parse(
    """
    قاعدة عين الأسد في محافظة الأنبار
    => base:ain-al-asad=قاعدة عين الأسد
    => place:anbar=محافظة الأنبار
    قاعدتي عين الأسد وحرير
    => base:ain-al-asad=عين الأسد
    => base:harir=حرير
    ثوب من حرير
    قاعدتي حميميم وطرطوس
    => base:hmeimim=حميميم
    => base:tartus-naval=طرطوس
    سافر إلى طرطوس
    => place:tartus=طرطوس
    قاعدة العديد في قطر
    => base:al-udeid=قاعدة العديد
    => actor:qatar=قطر
    مطار بغداد الدولي
    => place:baghdad-airport=مطار بغداد الدولي
    في خان يونس ورفح
    => place:khan-younis=خان يونس
    => place:rafah=رفح
    معبر رفح
    => place:rafah-crossing=معبر رفح
    هضبة الجولان المحتلة
    => place:golan=هضبة الجولان المحتلة
    مضيق هرمز والبحر الأحمر
    => place:hormuz=مضيق هرمز
    => place:red-sea=البحر الأحمر
    اتفاقية الإطار الاستراتيجي
    => document:strategic-framework-agreement=اتفاقية الإطار الاستراتيجي
    القرار الدولي 1701
    => document:unscr-1701=القرار الدولي 1701
    عملية العزم الصلب
    => mission:operation-inherent-resolve=عملية العزم الصلب
    في دونيتسك وخاركيف
    => place:donetsk=دونيتسك
    => place:kharkiv=خاركيف
    """)

  static let persons = parse(
    """
    قال دونالد ترامب ثم قال ترامب
    => person:donald-trump=دونالد ترامب
    => person:donald-trump=ترامب
    قال الرئيس الأميركي جو بايدن
    => person:joe-biden=الرئيس الأميركي جو بايدن
    وزير الدفاع الأميركي لويد أوستن، وقال أوستن
    => person:lloyd-austin=وزير الدفاع الأميركي لويد أوستن
    => person:lloyd-austin=أوستن
    رئيس الوزراء العراقي محمد شياع السوداني. وأكد السوداني
    => person:mohammed-shia-al-sudani=رئيس الوزراء العراقي محمد شياع السوداني
    => person:mohammed-shia-al-sudani=السوداني
    المتحدث باسم «البنتاغون» شون بارنيل
    => person:sean-parnell=المتحدث باسم «البنتاغون» شون بارنيل
    المتحدث باسم الخارجية الإيرانية إسماعيل بقائي
    => person:esmail-baghaei=المتحدث باسم الخارجية الإيرانية إسماعيل بقائي
    قال وزير الداخلية الليبي عماد الطرابلسي إن
    => unresolved:عماد الطرابلسي=وزير الداخلية الليبي عماد الطرابلسي
    قال اللواء خالد المحجوب في بيان
    => unresolved:خالد المحجوب=اللواء خالد المحجوب
    قال العميد فراس القحطاني. وأضاف القحطاني
    => unresolved:فراس القحطاني=العميد فراس القحطاني
    => unresolved:فراس القحطاني=القحطاني
    النائب عبد الله بن محمد
    => unresolved:عبد الله بن محمد=النائب عبد الله بن محمد
    الدكتورة فاطمة الزهراني
    => unresolved:فاطمه الزهراني=الدكتورة فاطمة الزهراني
    القيادي في حركة حماس محمود مرداوي
    => unresolved:محمود مرداوي=القيادي في حركة حماس محمود مرداوي
    بحث وزير الخارجية المصري سبل التعاون
    => office:egypt-foreign-minister=وزير الخارجية المصري
    أكد الرئيس التركي أهمية الحوار
    => office:turkey-president=الرئيس التركي
    وزير الخارجية الفرنسي زيارة رسمية
    => office:france-foreign-minister=وزير الخارجية الفرنسي
    وزيرا الخارجية المصري والأردني
    => office:egypt-foreign-minister=وزيرا الخارجية المصري
    => office:jordan-foreign-minister=الأردني
    التقى وزير الدفاع الفرنسي نظيره الألماني
    => office:france-minister-of-defence=وزير الدفاع الفرنسي
    => office:germany-minister-of-defence=نظيره الألماني
    قائد الجيش السوداني عبد الفتاح البرهان
    => person:abdel-fattah-al-burhan=قائد الجيش السوداني عبد الفتاح البرهان
    الأمين العام لحزب الله نعيم قاسم
    => person:naim-qassem=الأمين العام لحزب الله نعيم قاسم
    كتب أحمد محمود من الميدان
    => unresolved:احمد محمود=أحمد محمود
    أكد على الاستقرار في البلد
    """)

  static let sources = parse(
    """
    قالت مصادر أمنية
    => source:security-sources=مصادر أمنية
    ذكرت مصادر طبية ومحلية
    => source:medical-local-sources=مصادر طبية ومحلية
    مصادر عراقية
    => source:iraqi-sources=مصادر عراقية
    مصادر دبلوماسية غربية
    => source:diplomatic-western-sources=مصادر دبلوماسية غربية
    مصادر مطلعة على المناقشات
    => source:informed-sources=مصادر مطلعة على المناقشات
    قال مسؤول أميركي
    => source:us-official=مسؤول أميركي
    قال مسؤول عسكري أميركي
    => source:us-military-official=مسؤول عسكري أميركي
    قال مسؤول أمني عراقي
    => source:iraqi-security-official=مسؤول أمني عراقي
    مسؤول رفيع في وزارة الدفاع الأميركية
    => source:us-dod-senior-official=مسؤول رفيع في وزارة الدفاع الأميركية
    مسؤول في البيت الأبيض
    => source:us-white-house-official=مسؤول في البيت الأبيض
    مسؤولون أميركيون وعراقيون
    => source:us-officials=مسؤولون أميركيون
    => source:iraqi-officials=عراقيون
    المسؤولون الأميركيون والعراقيون
    => source:us-officials=المسؤولون الأميركيون
    => source:iraqi-officials=العراقيون
    مصادر داخل «الإطار التنسيقي»
    => source:coordination-framework-sources=مصادر داخل «الإطار التنسيقي»
    رأى المراقبون والمحللون
    => source:analysts=المراقبون والمحللون
    قال شهود عيان
    => source:witnesses=شهود عيان
    قال مسؤول تركي. وأضاف المسؤول
    => source:turkish-official=مسؤول تركي
    => source:turkish-official=المسؤول
    متحدث باسم الجيش الإسرائيلي
    => source:israel-military-spokesperson=متحدث باسم الجيش الإسرائيلي
    كان مسؤولا عن الملف
    مصادر الطاقة المتجددة
    الوفد العراقي
    => source:iraqi-delegation=الوفد العراقي
    """)

  static let sites = parse(
    """
    على أن تغادر قاعدة أبيشي الجوية
    => unresolved:base:قاعده ابيشي=قاعدة أبيشي الجوية
    انسحبت من قاعدتي «كوسي» وأبيشي
    => unresolved:base:قاعده كوسي=قاعدتي «كوسي»
    => unresolved:base:قاعده ابيشي=أبيشي
    قصف مطار الخيام العسكري وبلدة عيتا الجبل
    => unresolved:place:مطار الخيام=مطار الخيام العسكري
    => unresolved:place:بلده عيتا الجبل=بلدة عيتا الجبل
    دخل مدينة حلب ومعسكر حلب
    => place:aleppo=حلب
    => unresolved:base:معسكر حلب=معسكر حلب
    أنشأ قاعدة عسكرية جديدة قرب قرية حدودية
    ميناء يستخدمه الصيادون وقاعدة بيانات وقاعدة تقع في الشمال
    معسكر واشنطن
    => place:washington=واشنطن
    بنى مطارا جديدا ومعسكرا تدريبيا
    """)

  static let anaphors = parse(
    """
    أعلنت حركة حماس موقفها، وقالت الحركة إن الحركة التجارية توقفت
    => actor:hamas=حركة حماس
    => actor:hamas=الحركة
    وصلت القوات إلى قاعدة أبيشي ثم غادرت القاعدة
    => unresolved:القوات=القوات
    => unresolved:base:قاعده ابيشي=قاعدة أبيشي
    => unresolved:base:قاعده ابيشي=القاعدة
    رحبت وزارة الخارجية القطرية، وقال المتحدث باسم الوزارة
    => actor:qatar-mfa=وزارة الخارجية القطرية
    => source:qatar-mfa-spokesperson=المتحدث باسم الوزارة
    قاتل الجيش السوداني قوات الدعم السريع، ودعا الاتحاد الأفريقي الطرفين إلى الهدنة
    => actor:sudan-military=الجيش السوداني
    => actor:rsf=قوات الدعم السريع
    => actor:african-union=الاتحاد الأفريقي
    => actor:sudan-military=الطرفين
    دعا الأمين العام الطرفين إلى الهدنة
    غادر 120 جنديا فرنسيا القاعدة متوجهين إلى الشمال
    => actor:france-military=جنديا فرنسيا
    في النيجر، قال شهود إن الجيش انتشر
    => actor:niger=النيجر
    => source:witnesses=شهود
    => actor:niger-military=الجيش
    اتهم رئيسه البرلمان
    => unresolved:البرلمان=البرلمان
    رفض المجلس الأعلى للدولة الخطوة، واتهم رئيسه البرلمان
    => actor:libya-high-council-of-state=المجلس الأعلى للدولة
    => office:libya-high-council-of-state-chief=رئيسه
    => unresolved:البرلمان=البرلمان
    كشف مصدر مقرب من حركة حماس أن المتحدث باسمها سيستقيل، وأن مسؤولا أميركيا رفيعا وصل
    => source:hamas-source=مصدر مقرب من حركة حماس
    => source:hamas-spokesperson=المتحدث باسمها
    => source:us-senior-official=مسؤولا أميركيا رفيعا
    نفى قائد عمليات ديالى ذلك، وقالت السفارة إنها مغلقة
    => office:iraq-diyala-operations-commander=قائد عمليات ديالى
    => unresolved:السفاره=السفارة
    انسحب رتل تابع للواء 444 وقال اللواء سمير الخطيب ذلك
    => unresolved:اللواء 444=للواء 444
    => unresolved:سمير الخطيب=اللواء سمير الخطيب
    قال رئيس حكومة الوحدة الوطنية
    => office:libya-gnu-chief=رئيس حكومة الوحدة الوطنية
    نفت وزارة الدفاع في النيجر دخول القوات الأراضي العراقية
    => actor:niger-mod=وزارة الدفاع في النيجر
    => actor:niger-military=القوات
    => place:iraq=الأراضي العراقية
    تولت كتيبة تشادية الحماية، وقال متحدث باسم الفصائل
    => actor:chad-military=كتيبة تشادية
    => unresolved:متحدث باسم الفصايل=متحدث باسم الفصائل
    """)
}
