/// The byte layout of event records, format version 2.
///
/// All numbers are little-endian, nothing is aligned. Digests and identities are bytes in printed
/// order. A released layout is never changed (``RecordVersion``); format 1 is ``RecordLayout1``.
///
/// ```text
/// HEADER, 88 bytes
///   0   2  "TR"
///   2   1  format version, 2
///   3   1  event type (tag)
///   4   1  report kind (tag), 0 where the event holds no report
///   5   1  flags: 1 = body erased
///   6   2  length of the stream name
///   8   8  XXH3-64 of bytes 16…end, exclusive-or bytes 0…7 as one number times
///          9E3779B185EBCA87 (see Checksum)
///  16   8  position
///  24   8  revision
///  32   8  recorded, microseconds since 1970-01-01T00:00:00Z, signed
///  40  16  event id
///  56  32  leaf hash (see EventEnvelope)
///  88      stream name, UTF-8; then to the end the body, or where it was erased the 32 bytes of
///          its SHA-256, which else follows from the body itself
///
/// BODY: fields one after another. A length or count is an unsigned LEB128 number of at most ten
/// bytes; a text is its length and its UTF-8 bytes; of a field that may be absent a bit tells
/// whether it is there.
///
/// report
///   0  kind · 1 modality · 2 polarity · 3 aspect or 0 · 4 detail or 0
///   5  relation, 0 = undated · 6 certainty · 7 channel or 0
///   8  2  flags: 1 depends on publication · 2 attributed · 4 anonymous · 8 quoted
///            16 evidence · 32 trigger · 64 said in
///  10  2  which of the parts 0 to 11 are there, a bit each
///      dated: 8 earliest day, 8 latest day, days since 1970-01-01; the least number = open,
///            the next = unknown
///      said in: 16 id of the event that it is said in
///      evidence: start, end; trigger: start, end (Unicode scalars, LEB128)
///      the lengths of the parts that are there, then the parts:
///      0 EDTF · 1 expression · 2 relative date · 3 speaker · 4 role · 5 verb · 6 via · 7 quote
///      8 extractor name · 9 its version · 10 participants · 11 quantities
///   via           count, texts
///   participants  count, items: role (tag), text entity, text words
///   quantities    count, items: comparator, measure, flags (1 min, 2 max, 4 of, 8 max is min),
///                 min and max (IEEE 754 binary64), texts unit, of, expression
///
/// article.received  basis, bits (title, outlet, url, date, reason), digest, length, texts
///                   title, outlet, url, date, reason, language
/// corrected         target: revision, text stream; texts reason, by; the report to the end
/// retracted         target, reason, by
/// redacted          like retracted
/// article.redated   basis, bits (date, reason of the dating), texts; texts reason, by
/// fact              8 first day · 8 first day after, least number = open · bits (value)
///                   texts subject, attribute, value
/// ```
///
/// Tags are the numbers in ``RecordTag``; relative dates are described at ``RelativeDate``'s
/// encoding.
enum RecordLayout {
  /// The bytes `TR`, read as a little-endian number.
  static let magic: UInt16 = 0x5254

  /// Offsets in the header.
  enum Header {
    static let version = 2
    static let type = 3
    static let kind = 4
    static let flags = 5
    static let nameLength = 6
    static let checksum = 8
    static let position = 16
    static let revision = 24
    static let recorded = 32
    static let id = 40
    static let leafHash = 56
    static let byteCount = 88
    /// Checksummed are the bytes from here on, and the ones before the checksum as its seed.
    static let checksummed = 16
  }

  /// Bits of the header's flags.
  enum Flag {
    static let erased: UInt8 = 1
  }

  /// Bits of a report's flags.
  enum ReportFlag {
    static let dependsOnPublication: UInt16 = 1
    static let attributed: UInt16 = 2
    static let anonymous: UInt16 = 4
    static let quoted: UInt16 = 8
    static let evidence: UInt16 = 16
    static let trigger: UInt16 = 32
    static let saidIn: UInt16 = 64
    static let all: UInt16 = 127
  }

  /// The parts of a report, in their order; each has the bit of its number.
  enum ReportPart: Int, CaseIterable {
    case edtf, expression, relative, speaker, role, verb, via, quote
    case extractorName, extractorVersion, participants, quantities

    static let count = 12

    var bit: UInt16 { 1 << UInt16(rawValue) }
  }

  /// Bits of a quantity's flags.
  enum QuantityFlag {
    static let min: UInt8 = 1
    static let max: UInt8 = 2
    static let of: UInt8 = 4
    static let same: UInt8 = 8
  }

  /// Days are recorded from minus this to this: all of EDTF's years, and not the sentinels.
  static let dayLimit = 400_000_000_000_000_000
  /// A day bound without end.
  static let openDay = Int64.min
  /// A day bound that exists and is not known.
  static let unknownDay = Int64.min + 1
}
