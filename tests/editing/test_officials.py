"""What people.toml adds to the speakers of an article, and where it only raises a doubt."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.editing.officials import complete
from briefing.model.finding import Speaker
from briefing.model.office import Official
from briefing.model.span import Span

DAY = date(2024, 8, 11)
OFFICIAL = Official(
    name="Siti Aminah",
    titles="Hj. Siti Aminah, S.H.",
    office="Ketua Bawaslu Kabupaten Jepara",
    office_en="Chair of the Jepara Regency Election Supervisory Agency",
    organisation="Bawaslu Kabupaten Jepara",
)


def said(name: str | None, office: str | None = None, **more: str) -> Speaker:
    return Speaker(id="s1", name=name, office=office, mentions=(Span(3, 9),), **more)


def codes(speaker: Speaker, *officials: Official, day: date | None = DAY) -> list[str]:
    """Return the doubts about a speaker who is left as the article has it."""
    completed, problems = complete(speaker, day, officials)
    assert completed == speaker
    return [problem.code for problem in problems]


@pytest.mark.parametrize("office", [None, "Ketua Bawaslu", "Ketua Bawaslu Jepara", "Ketua Bawaslu Kabupaten Jepara"])
def test_missing_parts_of_the_office_come_from_the_file(office: str | None) -> None:
    speaker, problems = complete(said("SITI AMINAH", office, office_en="Chair"), DAY, [OFFICIAL])

    assert problems == ()
    assert (speaker.name, speaker.office, speaker.office_en) == ("SITI AMINAH", OFFICIAL.office, OFFICIAL.office_en)
    assert (speaker.name_with_titles, speaker.organisation) == (OFFICIAL.titles, OFFICIAL.organisation)


def test_an_abbreviated_office_is_the_same_office() -> None:
    official = Official(name="Budi", office="Sekda Pati", office_en="Regional Secretary of Pati")

    for office in (None, "Sekretaris Daerah", "Sekretaris Daerah Kabupaten Pati"):
        completed, _ = complete(said("Budi", office), DAY, [official])
        assert (completed.office, completed.office_en) == ("Sekretaris Daerah Kabupaten Pati", official.office_en)


def test_without_its_english_the_completed_office_gets_that_of_the_grammar() -> None:
    speaker, _ = complete(said("Budi", "Bupati", office_en="Regent"), DAY, [Official(name="Budi", office="Bupati Pati")])

    assert (speaker.office, speaker.office_en) == ("Bupati Pati", "Regent of Pati")


def test_what_the_article_says_more_stays() -> None:
    speaker = said("Siti Aminah", "Ketua Bawaslu Kabupaten Jepara Divisi Pencegahan", office_en="x", name_with_titles="Siti Aminah, M.H.")
    completed, problems = complete(speaker, DAY, [OFFICIAL])

    assert problems == ()
    assert (completed.office, completed.office_en, completed.name_with_titles) == (speaker.office, "x", "Siti Aminah, M.H.")


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Anggota Bawaslu Kabupaten Jepara", "Ketua Bawaslu Kabupaten Jepara"),
        ("Bupati Jepara", "Wakil Bupati Jepara"),
        ("Bupati Jepara", "Penjabat Bupati Jepara"),
        ("Bupati Jepara", "Bupati Pati"),
        ("Wali Kota Pekalongan", "Bupati Pekalongan"),
        ("Sekretaris Bawaslu", "Sekretaris Daerah Kabupaten Jepara"),
    ],
)
def test_where_they_contradict_the_article_stands_and_a_doubt_is_raised(printed: str, known: str) -> None:
    official = Official(name="Siti Aminah", office=known, office_en="wrong")

    assert codes(said("Siti Aminah", printed), official) == ["office-differs"]


def test_the_doubt_names_both_and_the_place() -> None:
    (problem,) = complete(said("Siti Aminah", "Camat Jepara"), DAY, [OFFICIAL])[1]

    assert dict(problem.arguments) == {"name": "Siti Aminah", "office": "Camat Jepara", "known": OFFICIAL.office}
    assert problem.span == Span(3, 9)


@pytest.mark.parametrize(
    "name", ["Siti Amina", "Siti Aminahh", "Siti Amirah", "Siti Amniah", "Sitiaminah", "Siti", "Siti Nur Aminah", "Hj. Sity Aminah"]
)
def test_a_name_that_nearly_matches_is_a_doubt_and_never_a_change(name: str) -> None:
    assert codes(said(name, "Ketua Bawaslu"), OFFICIAL) == ["name-near"]


@pytest.mark.parametrize("name", ["Siti Rahmah", "Aminah Siti", "Budi Santoso", "Sita Aminuh", "Siti Nur Aini Aminah", None])
def test_another_name_is_left_alone(name: str | None) -> None:
    assert codes(said(name, "Ketua Bawaslu"), OFFICIAL) == []


def test_short_names_are_not_near() -> None:
    assert codes(said("Adi"), Official(name="Ani")) == []


def test_who_was_not_in_office_on_the_day_adds_nothing() -> None:
    former = Official(name="Budi", office="Bupati Pati", end=date(2024, 8, 10))
    later = Official(name="Budi", office="Bupati Jepara", start=date(2024, 8, 12))

    assert codes(said("Budi", "Camat"), former, later) == []
    assert codes(said("Budi"), former, day=None) == []
    assert complete(said("Budi"), date(2024, 8, 10), [former, later])[0].office == "Bupati Pati"


def test_of_two_offices_on_one_day_the_one_that_fits_is_taken_and_none_when_it_is_open() -> None:
    two = [Official(name="Budi", office="Camat Tahunan"), Official(name="Budi", office="Sekretaris Daerah Kabupaten Jepara")]

    assert complete(said("Budi", "Sekretaris Daerah"), DAY, two)[0].office == "Sekretaris Daerah Kabupaten Jepara"
    assert codes(said("Budi"), *two) == ["official-ambiguous"]


def test_another_organisation_is_another_office() -> None:
    assert codes(said("Siti Aminah", organisation="KPU Kabupaten Jepara"), OFFICIAL) == ["office-differs"]


OFFICES = st.sampled_from(
    ["", "Bupati", "Bupati Pati", "Wakil Bupati Pati", "Pj Bupati Pati", "Sekda", "Camat Tahunan", "Ketua Bawaslu", "juru bicara"]
)
NAMES = st.sampled_from(["Budi", "Budi Santoso", "H. Budi Santoso", "Budi Santosa", "Siti Aminah", "Dr."])
OFFICIALS = st.builds(
    Official, name=NAMES, office=OFFICES, office_en=st.sampled_from(["", "Regent"]), end=st.sampled_from([None, DAY, date(2020, 1, 1)])
)


@given(NAMES, OFFICES, st.lists(OFFICIALS, max_size=4), st.sampled_from([None, DAY]))
def test_a_name_never_changes_and_a_doubt_changes_nothing(name: str, office: str, officials: list[Official], day: date | None) -> None:
    speaker = said(name, office or None)
    completed, problems = complete(speaker, day, officials)

    assert (completed.name, completed.mentions) == (speaker.name, speaker.mentions)
    assert completed == speaker or not problems
    assert set((office or "").casefold().split()) <= set((completed.office or "").casefold().split()) or completed.office in {
        o.office for o in officials
    }
