"""What fills the slots of a wording."""

from __future__ import annotations

import pytest

from briefing.lexicon.phrases import Phrase
from briefing.lexicon.slots import filled

BAN = Phrase("{who} tidak boleh mengajak orang memilih calon tertentu", "{who} may not urge people to vote for a particular candidate")


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        ("Jangan mengajak orang memilih bakal calon tertentu", "{who} may not urge people to vote for a particular prospective candidate"),
        ("Jangan mengajak orang memilih bakal calon dan calon tertentu", "{who} may not urge people to vote for a particular candidate"),
        ("Jangan mengajak orang memilih calon tertentu", "{who} may not urge people to vote for a particular candidate"),
    ],
)
def test_prospective_candidates_stay_so(sentence: str, english: str) -> None:
    assert filled(BAN, sentence, sentence).en == english


@pytest.mark.parametrize(
    ("text", "sentence", "english"),
    [
        (Phrase("netral{at_elections}", "neutral{at_elections}"), "netral dalam Pilkada", "neutral in elections"),
        (Phrase("netral{at_elections}", "neutral{at_elections}"), "netral", "neutral"),
        (
            Phrase("bebas dari {influence} politik", "free from political {influence}"),
            "intervensi dan tekanan politik",
            "free from political intervention and pressure",
        ),
        (Phrase("bukan {posts} partai", "no {posts} of a party"), "anggota atau pengurus partai", "no members or officers of a party"),
    ],
)
def test_a_slot_says_what_the_sentence_says(text: Phrase, sentence: str, english: str) -> None:
    assert filled(text, sentence, sentence).en == english
