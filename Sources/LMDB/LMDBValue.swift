internal import CLMDB

extension MDB_val {
  /// A value for LMDB to read during one call; LMDB never writes through it.
  init(lending bytes: UnsafeRawBufferPointer) {
    unsafe self.init(
      mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
  }

  /// The bytes that LMDB points to, without a lifetime: the caller must bind it at once.
  var span: RawSpan {
    @_lifetime(immortal)
    get {
      guard let start = unsafe mv_data else { return RawSpan() }
      let span = unsafe RawSpan(_unsafeStart: start, byteCount: mv_size)
      return unsafe _overrideLifetime(span, copying: ())
    }
  }
}
