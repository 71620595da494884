"""Places in the English of offices: listed ones, those that no list holds but whose words say that they are places, and those that are not named."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import places
from briefing.lexicon.load import table
from briefing.lexicon.office_words import landscapes

_LONGEST = 3  # words of a place that no list holds
_UNNAMED = re.compile(r"(?:salah satu|sebuah|satu) (?P<kind>[A-Za-z ]+?)(?P<sort> (?:swasta|negeri))?(?: (?:di|asal) (?P<place>[A-Z][\w ]+))?")
_VOWELS = ("NGO", "a", "e", "i", "Is", "organ", "urban")
_SORTS = {" swasta": "private", " negeri": "state"}
_WITH_KIND = {"Kabupaten": "{} Regency", "Kota": "{} City", "Provinsi": "{} Province"}


def place(text: str) -> str | None:
    """Return a place in English, "Kabupaten Supiori Selatan" as "South Supiori Regency" though no list holds it; None for others.

    A name without its kind is a place where a list holds it, or all of it before the point of the compass ("Atambua Barat").
    """
    listed = places.english(text) or (places.english(f"Kepulauan {text}") if " " not in text else None)  # Bawaslu Aru
    kind, _, name = text.partition(" ")
    if " yang " in text:
        return None
    if listed or not name:
        return listed
    if kind in _WITH_KIND:
        turned = _turned(name) or (name if is_name(name.split()) else None)
        return _WITH_KIND[kind].format(turned) if turned else None
    return _turned(text) if places.is_place(text.rpartition(" ")[0]) else None


def bare_place(text: str) -> str | None:
    """Return what `place` does, and a name before a point of the compass, which only stands where a place must ("Bupati Tojo Barat")."""
    return place(text) or (_turned(text) if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", text) else None)


def _turned(name: str) -> str | None:
    """Return "Tojo Barat" as "West Tojo"; None for a name that ends otherwise."""
    base, _, last = name.rpartition(" ")
    compass = _compass().get(last)
    return f"{compass} {base}" if compass and is_name(base.split()) else None


def is_name(words: list[str]) -> bool:
    """Return whether words are a name that stays as it is: few, in capitals, and no short form or word of offices, units or landscapes among them."""
    return 0 < len(words) <= _LONGEST and all(re.fullmatch(r"[A-Z]\w*[a-z]\w*\W?|\d+", word) and word.casefold() not in _no_names() for word in words)


def unnamed(text: str) -> str | None:
    """Return in English what an article does not name: "a private university in Manado" for "salah satu kampus swasta di Manado"; None for others."""
    match = _UNNAMED.fullmatch(text)
    kind = table("id/office_units.toml")["unnamed"].get(match["kind"]) if match else None
    where = place(match["place"]) if match and match["place"] else ""
    if not match or not kind or where is None:
        return None
    words = " ".join(filter(None, (_SORTS.get(match["sort"] or "", ""), kind)))
    article = "" if words.startswith("one of ") else "an " if words.startswith(_VOWELS) else "a "
    return f"{article}{words}" + (f" in {where}" if where else "")


@cache
def _no_names() -> frozenset[str]:
    return frozenset({*map(str.casefold, table("id/offices.toml")["words"]["organisation"]), *landscapes()})


@cache
def _compass() -> dict[str, str]:
    return dict(table("id/office_units.toml")["compass"])
