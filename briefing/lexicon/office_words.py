"""The words around offices that tell whose they are: of an organisation, a unit, a thing, or of none."""

from __future__ import annotations

from functools import cache

from briefing.lexicon.load import table


@cache
def numbered() -> dict[str, str]:
    """Return the word, in lower case, that the office in full has which goes by its number (asisten i: pemerintahan)."""
    return dict(table("id/offices.toml")["numbered"])


@cache
def thing_kinds() -> frozenset[str]:
    """Return the words, in lower case, behind which a thing is named, not a person: sungai, PT, kartu."""
    return frozenset(table("id/offices.toml")["words"]["kinds"])


@cache
def lettered() -> frozenset[str]:
    """Return the words, in lower case, behind which a single letter is no initial of a name (Komisi A)."""
    return frozenset(table("id/offices.toml")["words"]["lettered"])


@cache
def command_areas() -> frozenset[str]:
    """Return the areas of commands, in lower case, that no list of places holds (metro jaya)."""
    return frozenset(table("id/offices.toml")["words"]["areas"])


@cache
def asides() -> frozenset[str]:
    """Return the words that may stand between an office and its holder's name (nonaktif, terpilih)."""
    return frozenset(table("id/offices.toml")["words"]["asides"])


@cache
def take_name() -> frozenset[str]:
    """Return the kinds of organisation, in lower case, behind which at least one more word is theirs (Bidang Perekonomian)."""
    return frozenset(table("id/offices.toml")["words"]["take_name"])


@cache
def seated() -> frozenset[str]:
    """Return the offices and bodies, in lower case, that are named after the capital where they sit (kajari, pengadilan negeri)."""
    return frozenset(table("id/offices.toml")["words"]["seated"])


@cache
def campuses() -> frozenset[str]:
    """Return the names of universities of more than one word, in lower case, without "Universitas"."""
    return frozenset(table("id/offices.toml")["words"]["campuses"])


@cache
def named_after() -> frozenset[str]:
    """Return the words, in lower case, behind which an institution bears the name of a person (Universitas Jenderal Soedirman)."""
    return frozenset(table("id/offices.toml")["words"]["named_after"])


@cache
def kin() -> frozenset[str]:
    """Return those of `besides` whose own name never stands directly behind the office (anak Bupati)."""
    return frozenset(table("id/offices.toml")["words"]["kin"])


@cache
def parties() -> frozenset[str]:
    """Return the names of parties, in lower case and without "Partai", of which the words may read like a place or a name (Bulan Bintang)."""
    return frozenset(table("id/offices.toml")["words"]["parties"])


@cache
def village_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the first and the second words, in lower case, of villages and districts of two words (Talang Baru)."""
    words = table("id/offices.toml")["words"]
    return frozenset(words["village_first"]), frozenset(words["village_last"])


@cache
def directions() -> frozenset[str]:
    """Return the words, in lower case, that end the name of a place behind any other word (Tojo Barat)."""
    return frozenset(table("id/offices.toml")["words"]["directions"])


@cache
def landscapes() -> frozenset[str]:
    """Return the words, in lower case, that end the name of a place behind one that is known (Selayar Raya), `directions` included."""
    return directions() | frozenset(table("id/offices.toml")["words"]["landscapes"])


@cache
def village_wishes() -> tuple[frozenset[str], frozenset[str]]:
    """Return the second words of villages, in lower case: those before any name (Suka Makmur), and those that more often begin a name (Jaya, Agung)."""
    words = table("id/offices.toml")["words"]
    return frozenset(words["village_wishes"]), frozenset(words["village_praises"])


@cache
def praised_villages() -> frozenset[str]:
    """Return the first words, in lower case, of villages that one of the second words of village_wishes ends before any name (Sumber Jaya)."""
    words = table("id/offices.toml")["words"]
    return frozenset((*words["village_first"], *words["village_praised"]))


@cache
def holders_called(epithet: str) -> frozenset[str]:
    """Return the words, in lower case, of the offices whose holders go by a noun (politisi: dprd, fraksi); none for other nouns."""
    return frozenset(table("id/offices.toml")["epithets"].get(epithet, ()))


@cache
def besides() -> frozenset[str]:
    """Return the words, in lower case, before an office that name somebody beside its holder (istri Bupati)."""
    return frozenset(table("id/offices.toml")["words"]["besides"])
