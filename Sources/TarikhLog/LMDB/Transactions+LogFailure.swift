internal import LMDB

/// LMDB's operations, their failures in the type that the log's transactions throw.
extension ReadableTransaction where Self: ~Copyable {
  /// The bytes under `key`, or `nil` when there are none.
  @_lifetime(borrow self)
  borrowing func bytes(under key: RawSpan, in table: Table) throws(LogFailure) -> RawSpan? {
    do throws(LMDBError) { return try value(forKey: key, in: table) } catch {
      throw .storage(error)
    }
  }

  /// A cursor over the entries of `table`, standing before the first.
  @_lifetime(borrow self)
  borrowing func walk(over table: Table) throws(LogFailure) -> Cursor {
    do throws(LMDBError) { return try cursor(over: table) } catch { throw .storage(error) }
  }

  /// How many entries `table` has.
  borrowing func count(of table: Table) throws(LogFailure) -> UInt64 {
    do throws(LMDBError) { return UInt64(try statistics(of: table).entries) } catch {
      throw .storage(error)
    }
  }
}

extension Cursor {
  /// Moves to the next greater key, or to the first.
  @_lifetime(copy self)
  mutating func forward() throws(LogFailure) -> Entry? {
    do throws(LMDBError) { return try next() } catch { throw .storage(error) }
  }

  /// Moves to the next smaller key, or to the last.
  @_lifetime(copy self)
  mutating func backward() throws(LogFailure) -> Entry? {
    do throws(LMDBError) { return try previous() } catch { throw .storage(error) }
  }

  /// Moves to `key` or the next greater one.
  @_lifetime(copy self)
  mutating func move(atOrAfter key: RawSpan) throws(LogFailure) -> Entry? {
    do throws(LMDBError) { return try seek(atOrAfter: key) } catch { throw .storage(error) }
  }

  /// Moves to `key` or the next smaller one.
  @_lifetime(copy self)
  mutating func move(atOrBefore key: RawSpan) throws(LogFailure) -> Entry? {
    do throws(LMDBError) { return try seek(atOrBefore: key) } catch { throw .storage(error) }
  }
}

extension WriteTransaction {
  /// Stores `value` under `key`, as `mode` says.
  mutating func store(
    _ value: RawSpan, under key: RawSpan, in table: Table, _ mode: PutMode
  ) throws(LogFailure) {
    do throws(LMDBError) { try put(value, forKey: key, in: table, mode) } catch {
      throw .storage(error)
    }
  }

  /// Removes the entry under `key`, if there is one.
  mutating func remove(_ key: RawSpan, from table: Table) throws(LogFailure) {
    do throws(LMDBError) { try delete(key: key, in: table) } catch { throw .storage(error) }
  }
}
