"""Titles and degrees around a person's name, and capitalised words that are no name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from briefing.lexicon.inflection import inflections
from briefing.lexicon.load import table
from briefing.lexicon.places import is_place
from briefing.lexicon.speech import is_passive

if TYPE_CHECKING:
    from collections.abc import Sequence

POINTING: Final = frozenset({"itu", "ini", "tersebut"})
"""Words behind a noun that point at what was named before, and behind no name."""

_PREFIXES = ("me", "di", "ber", "ter")
_LONGEST_NAMELIKE = 6  # letters: forms of verbs that may be names are no longer (Menila, Dibaca)
LONGEST_TITLE: Final = 3  # words: Ajun Komisaris Besar
# Verbs and abstract nouns, and pronouns with a word glued to them: Mengatakan, Berikutnya, Pembahasan, Diajuga, Terdampak, Berdesakan. Names that
# begin so are shorter (Bertha) or have another letter there (Teresa, Bernard); those in -wan and -man are names too.
_ORDINARY_FORM = re.compile(
    r"(?:Dia|Ia|Beliau)(?:juga|pun)|(?:Me|Di|Ber)\w{3,}kan|\w{3,}nya|Pe[mnr]\w{4,}an|Ter[bcdgjp]\w{4,}|Ber[dgjkp]\w{4,}|Ber\w{4,}[^\Wmw]an"
)
# Nouns that name a field of work, as units are called: Keanggotaan, Pemberdayaan.
_FIELD_FORM = re.compile(r"(?:Ke\w{4,}[^\Wmw]|Pe[mnr]\w{4,})an")


@lru_cache(maxsize=8192)  # the same words are asked for again and again
def _bare(form: str) -> str:
    return re.sub(r"[.\s]", "", form).lower()


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    entry = table("id/honorifics.toml")
    return frozenset(map(_bare, entry["before"])), frozenset(map(_bare, entry["after"]))


def is_title(word: str) -> bool:
    """Return whether `word` is a title that stands before a name (H., Dr., AKBP)."""
    return _bare(word) in _titles()[0]


@cache
def _ranks() -> frozenset[str]:
    return frozenset(rank.lower() for rank in table("id/honorifics.toml")["ranks"])


@cache
def small_titles() -> frozenset[str]:
    """Return the words in lower case that a title may begin with (pak, dokter)."""
    return _titles()[0] | {rank.split()[0] for rank in _ranks()}


@cache
def _behind_rank() -> frozenset[str]:
    return frozenset(map(_bare, table("id/honorifics.toml")["behind_rank"]))


def title_size(words: Sequence[str], *, after_title: bool = False) -> int:
    """Return how many of the first words are one title (Ajun Komisaris Besar; AKBP; TNI behind a rank); 0 where a name may begin."""
    one = words[0] if words else ""
    if not after_title and _bare(one) not in small_titles():
        return 0  # most words
    for size in range(min(LONGEST_TITLE, len(words)), 1, -1):
        if " ".join(words[:size]).lower() in _ranks():
            return size
    return int(is_title(one) or one.lower() in _ranks() or (after_title and _bare(one) in _behind_rank()))


@cache
def _initials() -> frozenset[str]:
    return frozenset(table("id/honorifics.toml")["initials"])


def is_initials(word: str) -> bool:
    """Return whether `word` are capitals that begin a name (FX Winardi)."""
    return word in _initials()


def is_degree(word: str) -> bool:
    """Return whether `word` is a degree that stands behind a name (S.IP., M.Si), with or without its dots."""
    return _bare(word) in _titles()[1] and (word[:1].isupper() or "." in word) and word not in forms_of_address()


@cache
def courtesies() -> frozenset[str]:
    """Return the words before a name that are plain courtesy (Bapak, Ibu), in no English."""
    return frozenset(table("id/honorifics.toml")["courtesy"])


def english_titles(before: str) -> str:
    """Return what stands before a name as the English has it: without plain courtesy, with ranks in English and without their corps."""
    rank = table("id/honorifics.toml")["rank"]
    words = [word for word in before.split() if word.rstrip(".") not in courtesies()]
    told = [rank["english"].get(word.rstrip("."), word) for word in words]
    has_rank = told != words
    return "".join(f"{word} " for word in told if not (has_rank and word.strip("().") in rank["corps"]))


@cache
def inner_words() -> frozenset[str]:
    """Return the small words that belong to a name (bin, binti)."""
    return frozenset(table("id/honorifics.toml")["inner"])


@cache
def forms_of_address() -> frozenset[str]:
    """Return the words before a name that tell nobody from another (Mbak, Cak)."""
    return frozenset(table("id/honorifics.toml")["address"])


@cache
def given_names() -> frozenset[str]:
    """Return the given names that are common all over the country and name no district or village."""
    return frozenset(table("id/honorifics.toml")["given"])


@cache
def name_openers() -> frozenset[str]:
    """Return the words that open a name and stand before another word of it (Cut Nurul, La Ode, Lalu Gita)."""
    return frozenset(table("id/honorifics.toml")["openers"])


@cache
def names_cut_short() -> frozenset[str]:
    """Return the given names that are printed cut short, with a full stop (Muh., St.)."""
    return frozenset(table("id/honorifics.toml")["cut_short"])


@cache
def titles_within() -> frozenset[str]:
    """Return the titles that stand within a name, behind the first word of it (Rustam Dg. Mapata)."""
    return frozenset(table("id/honorifics.toml")["within"])


@cache
def names_in_di() -> frozenset[str]:
    """Return the names that end with "di" by themselves (Supriyadi), so that none is read as a name and a "di" run together."""
    return frozenset(table("id/honorifics.toml")["in_di"])


@cache
def names_inside_sentences() -> frozenset[str]:
    """Return the words that are a name unless they open a sentence (Lalu Gita Ariadi; Lalu ia pergi)."""
    return frozenset(table("id/honorifics.toml")["inside"])


@cache
def also_names() -> frozenset[str]:
    """Return the words that are names of people besides what is_not_name and is_organisation_word say (Agung, Hari)."""
    return frozenset(table("id/capitalised.toml")["also_names"])


@cache
def roles() -> frozenset[str]:
    """Return the words of names that are a role where they stand alone (tanya Hakim)."""
    return frozenset(table("id/capitalised.toml")["roles"])


@cache
def companions(word: str) -> frozenset[str]:
    """Return the words, in lower case, behind which one of also_names is no name (Mahkamah Agung)."""
    return frozenset(table("id/capitalised.toml")["companions"].get(word.lower(), ()))


@cache
def _not_names() -> frozenset[str]:
    organisation = table("id/offices.toml")["words"]["organisation"]
    words = table("id/capitalised.toml")
    verbs = (form for root in words["roots"] for form in (*inflections(root), f"ber{root}", f"ter{root}") if form.startswith(_PREFIXES))
    return frozenset(
        (*(word.lower() for word in (*words["words"], *words["common"], *organisation)), *(verb for verb in verbs if len(verb) > _LONGEST_NAMELIKE))
    )


@cache
def common_words() -> frozenset[str]:
    """Return the common words, as they stand with a capital letter, that may begin a name within a sentence (Lulus Maryono)."""
    return frozenset(table("id/capitalised.toml")["common"])


@lru_cache(maxsize=8192)  # the same words are asked for again and again
def is_not_name(word: str) -> bool:
    """Return whether a capitalised word is known to be no part of a person's name."""
    return (
        word.lower().rstrip(".") in _not_names()
        or is_passive(word)
        or _ORDINARY_FORM.fullmatch(word) is not None
        or _institution_pattern().match(word) is not None
    )


def is_nickname(words: str) -> bool:
    """Return whether words in brackets behind a name may be a nickname: no place, no acronym, no party, no word that is known to be no name."""
    parts = words.split()
    return not is_place(words) and all(word[1:].islower() and not is_not_name(word) for word in parts)


@cache
def _institution_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(table('id/offices.toml')['words']['syllables'])})")


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(word.lower() for word in table("id/offices.toml")["words"]["organisation"])


def is_field(word: str) -> bool:
    """Return whether `word` reads like a field of work, as units are called by two of them ("Bidang Organisasi dan Keumatan")."""
    return _FIELD_FORM.fullmatch(word) is not None


def is_organisation_word(word: str) -> bool:
    """Return whether `word` begins or fills the name of an organisation or unit."""
    return word.lower().rstrip(".") in _organisation_words()
