"""Similar sentences are suggestions, the nearest first."""

from __future__ import annotations

from briefing.model.pack import Origin, Translation
from briefing.translating.memory import fold
from briefing.translating.near import LEAST, MOST, index

SENTENCES = [
    "ASN dilarang ikut kampanye pasangan calon",
    "ASN dilarang ikut kampanye pasangan calon di media sosial",
    "ASN dilarang ikut kampanye calon",
    "ASN tidak dilarang ikut kampanye pasangan calon",
    "ASN dilarang keras ikut kampanye pasangan calon",
    "Hujan turun di Kabupaten Contoh sejak pagi",
]
MEMORY = {fold(words): Translation(text=f"English {number}", origin=Origin.PROJECT) for number, words in enumerate(SENTENCES)}


def test_the_nearest_stand_first_and_the_words_themselves_are_none() -> None:
    found = index(MEMORY).nearest("“ASN dilarang ikut kampanye pasangan calon,”")

    assert len(found) == MOST
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(LEAST <= each.score < 100 for each in found)
    assert SENTENCES[0] not in [each.words for each in found]


def test_what_is_not_alike_is_no_suggestion() -> None:
    assert index(MEMORY).nearest("Warga dapat melapor ke kantor kami") == ()
    assert index({}).nearest("ASN dilarang") == ()
