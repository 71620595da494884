"""Who is one person over articles, and which sentences state one rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.editing.merge import main_type, merge_people, merge_rules
from briefing.editing.propose import propose
from briefing.model.finding import Speaker
from briefing.settings import Settings
from tests.editing.making import JUMANI, article, findings

if TYPE_CHECKING:
    from briefing.editing.merge import MergedRule
    from briefing.model.finding import Findings, RuleType

BAN = "ASN dilarang ikut serta dalam kampanye pasangan calon pemilihan kepala daerah tahun ini"


def says(*speakers: Speaker) -> Findings:
    words = [f"Kalimat {speaker.id} tentang netralitas" for speaker in speakers]
    of = article(*(f"“{said},” ujarnya." for said in words))
    return findings(of, quotes=tuple(("direct", said, speaker.id) for said, speaker in zip(words, speakers, strict=True)), speakers=speakers)


def states(*sentences: str, types: tuple[RuleType, ...] = ("prohibition",)) -> Findings:
    of = article(*sentences)
    return findings(of, rules=tuple((types, sentence, "s1") for sentence in sentences))


def merged(*found: Findings) -> tuple[MergedRule, ...]:
    draft, _ = propose(found, ["a.txt" for _ in found], Settings())
    return merge_rules(draft.articles)


def rules_of(*found: Findings) -> list[tuple[str, list[tuple[int, int]]]]:
    return [(rule.text, [(place.article, place.paragraph) for place in rule.references]) for rule in merged(*found)]


def test_one_name_and_one_institution_make_one_person() -> None:
    shorter = replace(JUMANI, office="Sekretaris Daerah", name_with_titles="Jumani, S.E.")
    people, problems = merge_people([says(JUMANI), says(shorter)])
    assert [(person.speaker.name, person.speaker.office, person.speaker.name_with_titles) for person in people] == [
        ("Jumani", "Sekretaris Daerah Kabupaten Pati", "Jumani, S.E.")
    ]
    assert people[0].places == ((1, "s1"), (2, "s1"))
    assert problems == ()


@pytest.mark.parametrize(
    "other",
    [
        replace(JUMANI, office="Sekretaris Daerah Kabupaten Rembang", organisation="Pemerintah Kabupaten Rembang"),
        replace(JUMANI, office="Penjabat Bupati Pati"),
        replace(JUMANI, office=None, organisation=None),
    ],
    ids=["elsewhere", "another office", "no office"],
)
def test_namesakes_stay_apart_with_a_doubt(other: Speaker) -> None:
    people, problems = merge_people([says(JUMANI), says(other)])
    assert len(people) == 2
    assert [(problem.code, problem.arguments["name"], problem.arguments["articles"]) for problem in problems] == [
        ("same-name-other-office", "Jumani", "1, 2")
    ]


def test_a_shared_first_name_is_no_doubt() -> None:
    first = replace(JUMANI, name="Edy Supriyanta", office="Penjabat Bupati Jepara", organisation="Pemerintah Kabupaten Jepara")
    second = replace(first, id="s2", name="Edy Sujatmiko", office="Sekretaris Daerah Kabupaten Jepara")
    people, problems = merge_people([says(first, second)])
    assert [person.speaker.name for person in people] == ["Edy Supriyanta", "Edy Sujatmiko"]
    assert problems == ()


def test_an_office_without_a_name_is_no_named_person() -> None:
    unnamed = replace(JUMANI, name=None)
    people, problems = merge_people([says(JUMANI), says(unnamed), says(unnamed)])
    assert [(person.speaker.name, len(person.places)) for person in people] == [("Jumani", 1), (None, 2)]
    assert problems == ()


def test_who_says_nothing_is_nobody_of_the_pack() -> None:
    found = says(JUMANI)
    assert len(merge_people([replace(found, speakers=(JUMANI, Speaker(id="s9", name="Wanto")))])[0]) == 1


def test_a_rule_said_twice_is_one_rule_with_two_places() -> None:
    assert rules_of(states(f"{BAN}."), states(f"{BAN} juga.")) == [(f"{BAN}.", [(1, 1), (2, 1)])]


def test_of_two_sentences_that_state_a_rule_the_one_that_stands_alone_is_printed() -> None:
    leaning = f"Dia menilai, {BAN[0].lower()}{BAN[1:]}."
    assert rules_of(states(leaning), states(f"{BAN}.")) == [(f"{BAN}.", [(2, 1), (1, 1)])]


def test_what_only_gives_a_reason_is_offered_and_not_printed() -> None:
    reason = "Sebab aparatur yang juga memiliki hak pilih perlu mendengarkan program calon."
    draft, _ = propose([states(BAN), states(reason, types=("right",))], ["a.txt", "b.txt"], Settings())
    assert [(passage.kind, passage.keep) for article in draft.articles for passage in article.passages if passage.type] == [
        ("rule", True),
        ("rule", False),
    ]


@pytest.mark.parametrize(
    "other",
    [BAN.replace("dilarang", "tidak dilarang"), BAN.replace("ASN", "Kepala desa"), BAN.replace("tahun ini", "tahun 2024")],
    ids=["negation", "addressee", "number"],
)
def test_rules_that_differ_in_a_turning_word_are_two(other: str) -> None:
    assert len(rules_of(states(f"{BAN}."), states(f"{other}."))) == 2


def test_the_same_words_of_another_type_are_another_rule() -> None:
    assert len(rules_of(states(BAN), states(BAN, types=("duty",)))) == 2


def test_what_more_articles_state_comes_first_in_its_type() -> None:
    other = "Aparatur dilarang memakai kendaraan dinas untuk keperluan tim pemenangan"
    assert [text for text, _ in rules_of(states(other, BAN), states(BAN))] == [BAN, other]


def test_discs_come_in_order_and_definitions_last() -> None:
    found = [states(f"{BAN} {kind}", types=(kind,)) for kind in ("definition", "sanction", "permission", "duty", "prohibition")]
    assert [rule.type for rule in merged(*found)] == ["prohibition", "duty", "permission", "sanction", "definition"]


def test_a_condition_belongs_to_the_permission_before_it() -> None:
    allowed, condition = "ASN boleh menghadiri kampanye terbuka.", "Kecuali memakai atribut partai, hal itu dilarang."
    of = article(f"{allowed} {condition}")
    found = findings(of, rules=((("permission",), allowed, "s1"), (("prohibition",), condition, "s1")))
    assert rules_of(found) == [(f"{allowed} {condition}", [(1, 1)])]


@pytest.mark.parametrize(
    ("sentence", "types", "main"),
    [
        ("ASN harus netral, jika tidak ada sanksi.", ("duty", "sanction"), "sanction"),
        ("Meskipun ASN memiliki hak pilih, ASN tidak boleh memihak.", ("right", "prohibition"), "prohibition"),
        ("ASN harus bersikap adil, tidak diskriminatif.", ("prohibition", "duty"), "duty"),
        ("ASN dilarang memihak dan wajib melapor.", ("prohibition", "duty"), "prohibition"),
        ("Netralitas berarti bersikap adil dan tidak memihak.", ("prohibition", "definition"), "definition"),
        ("Netralitas berarti ASN tidak boleh memihak.", ("prohibition", "definition"), "prohibition"),
        ("Kami minta semua dapat memahami hal yang tidak boleh dilakukan.", ("prohibition", "duty"), "duty"),
        ("Netral artinya ASN boleh mendengarkan.", ("definition", "permission"), "permission"),
        ("Kedua pihak sepakat.", ("agreement",), "agreement"),
    ],
)
def test_a_sentence_of_several_types_is_listed_once(sentence: str, types: tuple[RuleType, ...], main: RuleType) -> None:
    assert main_type(types, sentence) == main


@pytest.mark.parametrize(("name", "people"), [("Hasyim Asy’ari", 1), ("Hasyim Asyari", 1), ("Hasim Asy'ari", 2), ("Hasyiim Asy'ari", 2)])
def test_marks_in_a_name_and_abbreviated_places_in_an_office_part_nobody(name: str, people: int) -> None:
    first = replace(JUMANI, name="Hasyim Asy'ari", office="Ketua KPU Provinsi NTT", organisation="KPU Provinsi NTT")
    other = replace(first, name=name, office="Ketua KPU Nusa Tenggara Timur", organisation="KPU Nusa Tenggara Timur")
    assert len(merge_people([says(first), says(other)])[0]) == people


def test_a_name_with_one_letter_doubled_stays_apart_with_a_doubt() -> None:
    other = replace(JUMANI, name="Jummani")
    people, problems = merge_people([says(JUMANI), says(other)])
    assert len(people) == 2
    assert [problem.code for problem in problems] == ["same-name-other-office"]
