/// The byte layout of event records, format version 1.
///
/// All numbers are little-endian. Digests and identities are bytes in printed order. Nothing
/// is aligned in memory, so readers load unaligned. Reserved bytes are zero. A released layout
/// is never changed (``RecordVersion``); a later version may only append to the header.
///
/// ```text
/// HEADER, 144 bytes
///   0   4  magic 54 52 4B 45, "TRKE"
///   4   2  format version, 1
///   6   2  header length, 144
///   8   8  XXH3-64 of bytes 16…end, seeded with bytes 0…7 as one number
///  16   4  record length: header, stream name, padding, body
///  20   1  event type (tag)
///  21   1  report kind (tag), 0 where the event holds no report
///  22   2  flags: 1 = body erased
///  24   8  position
///  32   8  revision
///  40   8  recorded, microseconds since 1970-01-01T00:00:00Z, signed
///  48  16  event id
///  64  32  SHA-256 of the body, also when the body is erased
///  96  32  leaf hash (see EventEnvelope)
/// 128   4  offset of the stream name, 144
/// 132   4  length of the stream name
/// 136   4  offset of the body: the next multiple of 8
/// 140   4  length of the body, 0 when erased
/// 144      stream name, UTF-8; zero bytes up to the body; body
///
/// BODY: fixed part, slot table, contents of the slots in order
///   slot   4  offset from the start of the body; 0 = absent
///          4  length
///   list   4  count, 4 reserved, then items of one length, then their texts; a slot in an
///             item counts its offset from the start of the list; an empty list is absent
///
/// report, 80 bytes and 12 slots
///   0  kind · 1 modality · 2 polarity · 3 aspect or 0 · 4 detail or 0
///   5  relation, 0 = undated · 6 certainty · 7 channel or 0
///   8  2  flags: 1 depends on publication · 2 attributed · 4 anonymous · 8 quoted
///            16 evidence · 32 trigger · 64 said in
///  10  6  reserved
///  16  8  earliest day, days since 1970-01-01; least number = open, next = unknown
///  24  8  latest day, likewise
///  32 16  evidence start and end, 48 16 trigger start and end, in Unicode scalars
///  64 16  id of the event that it is said in
///  slots  0 EDTF · 1 expression · 2 relative date · 3 speaker · 4 role · 5 verb · 6 via (list)
///         7 quote · 8 extractor name · 9 its version · 10 participants · 11 quantities (lists)
///  via item          slot entity
///  participant item  0 role (tag), 7 reserved, slots entity, text
///  quantity item     0 comparator · 1 measure · 2 flags: 1 min, 2 max · 5 reserved
///                    8 8 min, 16 8 max (IEEE 754 binary64), slots unit, of, expression
///
/// article.received  0 basis, 7 reserved · 8 8 length · 16 32 digest of the text
///                   slots title, outlet, url, language, date, reason of the dating
/// corrected         0 8 revision of the target · slots its stream, reason, by, report
/// retracted         0 8 revision of the target · slots its stream, reason, by
/// redacted          like retracted
/// article.redated   0 basis, 7 reserved · slots date, reason of the dating, reason, by
/// fact              0 8 first day · 8 8 first day after, least number = open
///                   slots subject, attribute, value
/// ```
///
/// Tags are the numbers in ``RecordTag``; relative dates are described at ``RelativeDate``'s
/// encoding.
enum RecordLayout1 {
  /// The bytes `TRKE`, read as a little-endian number.
  static let magic: UInt32 = 0x454B_5254

  /// Offsets in the header.
  enum Header {
    static let magic = 0
    static let version = 4
    static let length = 6
    static let checksum = 8
    static let recordLength = 16
    static let type = 20
    static let kind = 21
    static let flags = 22
    static let position = 24
    static let revision = 32
    static let recorded = 40
    static let id = 48
    static let bodyHash = 64
    static let leafHash = 96
    static let streamOffset = 128
    static let streamLength = 132
    static let bodyOffset = 136
    static let bodyLength = 140
    static let byteCount = 144
    /// Checksummed are the bytes from here on, and the ones before the checksum as its seed.
    static let checksummed = 16
  }

  /// Bits of the header's flags.
  enum Flag {
    static let erased: UInt16 = 1
  }

  /// Offsets in a report's fixed part, and its slots.
  enum Report {
    static let kind = 0
    static let modality = 1
    static let polarity = 2
    static let aspect = 3
    static let detail = 4
    static let relation = 5
    static let certainty = 6
    static let channel = 7
    static let flags = 8
    static let earliest = 16
    static let latest = 24
    static let evidence = 32
    static let trigger = 48
    static let saidIn = 64
    static let byteCount = 80

    typealias Flag = RecordLayout.ReportFlag
    typealias Slot = RecordLayout.ReportPart
  }

  /// Lengths of the fixed parts of the items of lists.
  enum Item {
    static let viaByteCount = 0
    static let participantByteCount = 8
    static let quantityByteCount = 24
  }
}
