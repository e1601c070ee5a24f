#!/usr/bin/env python3
"""Verifies proofs and seals of Tarikh (RFC 9162) without Tarikh: verify-proof.py FILE...
A proof is worth as much as its root: give a seal from elsewhere with it. Exits with 0 or 1."""
import base64, hashlib, json, sys
TAGS = {name: tag for tag, name in enumerate(("article.received", "reported", "corrected",
        "retracted", "article.redated", "redacted", "fact"), 1)}
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def need(holds, otherwise, value=None):
    if not holds: raise ValueError(otherwise)
    return value
def number(n): return need(type(n) is int and 0 <= n < 1 << 64, "not a number of a log: %r" % n, n)
def digest(t): return bytes.fromhex(need(t[:7] == "sha256:" and len(t) == 71, "no digest", t[7:]))
def head(h): return number(h["position"]), digest(h["root"])
def microseconds(text):  # since 1970, of 2026-11-23T08:11:08.123456Z
    date, clock = need(text[-8] + text[-1] == ".Z", "not in UTC: " + text, text[:-8]).split("T")
    (y, m, d), (hours, minutes, seconds) = map(int, date.rsplit("-", 2)), map(int, clock.split(":"))
    y, m = (y, m - 3) if m > 2 else (y - 1, m + 9)
    days = 365 * y + y // 4 - y // 100 + y // 400 + (153 * m + 2) // 5 + d - 719469
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000000 + int(text[-7:-1])
def climb(first, last, path, old, new):  # the loop of RFC 9162, 2.1.3.2 and 2.1.4.2
    for p in map(digest, path):
        need(last > 0, "the path is too long")
        if first & 1 or first == last:
            old, new = sha(b"\1", p, old), sha(b"\1", p, new)
            while first and not first & 1: first, last = first >> 1, last >> 1
        else: new = sha(b"\1", new, p)
        first, last = first >> 1, last >> 1
    return need(last == 0, "the path is too short", (old, new))
def inclusion(p):
    e, (size, root) = p["event"], head({"position": p["size"], "root": p["root"]})
    place, revision = number(e["position"]), number(e["revision"])
    need("body" not in p or sha(base64.b64decode(p["body"])) == digest(p["bodyHash"]), "wrong body")
    leaf = sha(b"\0TRKL\1\0", bytes([TAGS[e["type"]], 0]), place.to_bytes(8, "little"),
               revision.to_bytes(8, "little"), microseconds(e["recorded"]).to_bytes(8, "little",
               signed=True), bytes.fromhex(e["id"]), digest(p["bodyHash"]), e["stream"].encode())
    need(0 < place <= size and (e["typeTag"], e["address"], leaf) == (TAGS[e["type"]], "%s@%d" % (
        e["stream"], revision), digest(p["leaf"])), "the leaf is not that of the event")
    need(climb(place - 1, size - 1, p["path"], leaf, leaf)[1] == root, "the path misses the root")
    return "%s is at position %d of %d" % (ascii(e["address"]), place, size), [(size, root)]
def consistency(p):
    (m, old), (n, new), path = head(p["from"]), head(p["to"]), p["path"]
    if m in (0, n): need(path == [] and old == (new if m == n else sha()), "the roots differ")
    else:
        path = need(m < n, "the order is wrong", [p["from"]["root"]] * (m & m - 1 == 0) + path)
        start, ones = digest(path[0]), (m & -m).bit_length() - 1  # m - 1 ends in so many ones
        need(climb(m - 1 >> ones, n - 1 >> ones, path[1:], start, start) == (old, new), "wrong path")
    return "position %d goes on from %d, unchanged" % (n, m), [(m, old), (n, new)]
try:
    roots, sealed, links, name = {}, set(), [], "verify-proof.py"
    for name in need(sys.argv[1:], "no file was given", sys.argv[1:]):
        with open(name, "rb") as file: p = json.load(file)
        kind = "seal" if p.get("tarikhSeal") == 1 else need(p["tarikhProof"] == 1, "", p["kind"])
        text, heads = ("a seal", [head(p)]) if kind == "seal" else \
            {"inclusion": inclusion, "consistency": consistency}[kind](p)
        for n, r in heads: need((roots.setdefault(n, r), roots.setdefault(r, n)) == (r, n), "a fork")
        sealed, links = sealed | {p["position"]} if kind == "seal" else sealed, links + [heads]
        print("%s: %s" % (name, text))
    for _ in links: sealed |= {h[0][0] for h in links if sealed and h[-1][0] in sealed}
    need(not sealed or all(h[-1][0] in sealed for h in links), "no seal covers what they lead to")
except Exception as e: sys.exit("%s: PROVES NOTHING: %s %s" % (name, type(e).__name__, e))
