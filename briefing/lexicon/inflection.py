"""The forms of an Indonesian verb by its root, written and spoken: "dukung" is also "mendukung", "didukung", "dukungkan" and "ngedukung"."""

from __future__ import annotations

from functools import cache

# What "me-" and its spoken short form make of the first letter of a root: prefixes, and whether they swallow that letter. After the tables of
# Alwi et al., Tata Bahasa Baku Bahasa Indonesia (4th edition, 2017), chapter 4; of borrowed roots that keep their letter both forms are given.
_PREFIXES: dict[str, tuple[tuple[str, bool], ...]] = {
    **dict.fromkeys("aiueogh", (("meng", False), ("ng", False))),
    **dict.fromkeys("bfv", (("mem", False), ("nge", False))),
    **dict.fromkeys("dcjz", (("men", False), ("nge", False), ("n", False))),
    **dict.fromkeys("lrwymn", (("me", False), ("nge", False))),
    "k": (("meng", True), ("ng", True), ("meng", False)),
    "p": (("mem", True), ("m", True), ("mem", False)),
    "s": (("meny", True), ("ny", True), ("men", False)),
    "t": (("men", True), ("n", True), ("men", False)),
}
_SUFFIXES = ("", "kan", "i", "in")


@cache
def inflections(root: str) -> frozenset[str]:
    """Return the active, passive, spoken, nominal and doubled forms of the verb with this root."""
    active = [prefix + (root[1:] if swallows else root) for prefix, swallows in _PREFIXES.get(root[0], ())]
    verbs = {stem + suffix for stem in (root, f"di{root}", *active) for suffix in _SUFFIXES}
    nouns = {f"pe{stem[2:]}an" for stem in active if stem.startswith("me")}
    doubled = {f"{root}-{root}", f"{root}-{root}an", *(f"{root}-{stem}" for stem in active), *(f"{stem}-{root}" for stem in active)}
    return frozenset(verbs | nouns | doubled | {f"{stem}-{stem}{suffix}" for stem in (*active, f"di{root}") for suffix in _SUFFIXES})
