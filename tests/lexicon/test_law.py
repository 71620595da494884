"""The catalogue of law: statuses on the days that matter, what a citation or a name means, and that its data contradict nothing."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon import law
from briefing.lexicon.load import table

FACTS = Path(__file__).parents[3] / "shared" / "facts" / "regulations.json"
LEVELS = {"primary_text", "official_copy", "press", "unverified"}
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("identifier", "day", "status"),
    [
        ("uu-5-2014", date(2014, 1, 14), "not_yet"),
        ("uu-5-2014", date(2014, 1, 15), "in_force"),
        ("uu-5-2014", date(2023, 10, 30), "in_force"),
        ("uu-5-2014", date(2023, 10, 31), "repealed"),
        ("uu-5-2014", date(2024, 6, 25), "repealed"),
        ("uu-20-2023", date(2023, 10, 30), "not_yet"),
        ("uu-20-2023", date(2023, 10, 31), "in_force"),
        ("pp-94-2021", date(2021, 8, 30), "not_yet"),
        ("pp-94-2021", date(2021, 8, 31), "in_force"),
        ("pp-53-2010", date(2021, 8, 30), "in_force"),
        ("pp-53-2010", date(2021, 8, 31), "partly"),
        ("uu-1-2015", date(2015, 2, 2), "in_force"),
        ("uu-1-2015", date(2015, 3, 17), "in_force"),
        ("uu-1-2015", date(2015, 3, 18), "amended"),
        ("uu-1-2026", date(2026, 1, 1), "not_yet"),
        ("uu-1-2026", date(2026, 1, 2), "in_force"),
        ("uu-6-2014", date(2020, 11, 1), "in_force"),
        ("uu-6-2014", date(2020, 11, 2), "amended"),
        ("skb-netralitas-asn-2022", date(2022, 9, 21), "not_yet"),
        ("skb-netralitas-asn-2022", date(2022, 9, 22), "in_force"),
        ("uu-14-2008", date(2010, 4, 29), "not_yet"),
        ("uu-14-2008", date(2010, 4, 30), "in_force"),
        ("uu-99-1999", date(2024, 1, 1), "unknown"),
    ],
)
def test_a_status_changes_on_its_day(identifier: str, day: date, status: str) -> None:
    assert law.status(identifier, day) == status


@pytest.mark.parametrize("identifier", ["pp-37-2004", "pp-42-2004", "pp-2-2003"])
def test_what_nobody_saw_in_force_today_is_unknown(identifier: str) -> None:
    assert law.status(identifier, date(2023, 5, 31)) == "in_force"
    assert law.status(identifier, law.as_of()) == "unknown"


def test_a_repeal_names_what_took_its_place_and_how_that_is_known() -> None:
    found = law.replacement("uu-5-2014")
    assert found
    assert (found[0].id, found[1]) == ("uu-20-2023", date(2023, 10, 31))
    standing = law.standing("uu-5-2014", date(2024, 6, 25))
    assert standing.relation
    assert standing.relation.kind == "repeals"
    assert standing.basis.credit
    assert law.replacement("uu-20-2023") is None


@pytest.mark.parametrize(
    ("kind", "number", "year", "identifier"),
    [
        ("UU", "5", 2014, "uu-5-2014"),
        ("undang-undang", "5", 2014, "uu-5-2014"),
        ("Undang Undang", "20", 2023, "uu-20-2023"),
        ("Peraturan Pemerintah", "94", 2021, "pp-94-2021"),
        ("Putusan MK", "136/PUU-XXII/2024", None, "mk-136-puu-xxii-2024"),
        ("SKB", "2", 2022, "skb-netralitas-asn-2022"),
        ("SKB", "1447.1/PM.01/K.1/09/2022", None, "skb-netralitas-asn-2022"),
        ("UU", "5", 2018, None),
        ("UU", "5", None, None),
        ("PP", "5", 2014, None),
        ("Maklumat", "5", 2014, None),
    ],
)
def test_a_citation_finds_its_instrument_and_no_other(kind: str, number: str, year: int | None, identifier: str | None) -> None:
    found = law.find_instrument(kind, number, year)
    assert (found.id if found else None) == identifier


@pytest.mark.parametrize(
    ("name", "day", "identifier"),
    [
        ("UU ASN", date(2014, 1, 14), None),
        ("UU ASN", date(2014, 1, 15), "uu-5-2014"),
        ("UU ASN", date(2023, 10, 30), "uu-5-2014"),
        ("UU ASN", date(2023, 10, 31), "uu-20-2023"),
        ("Undang-Undang ASN", date(2024, 6, 25), "uu-20-2023"),
        ("undang undang aparatur sipil negara", date(2024, 6, 25), "uu-20-2023"),
        ("UU ASN", None, None),
        ("UU Desa", None, "uu-6-2014"),
        ("Surat Keputusan Bersama tahun 2022", date(2024, 10, 1), "skb-netralitas-asn-2022"),
        ("SKB", date(2020, 11, 1), "skb-netralitas-asn-2020"),
        ("SKB", date(2019, 11, 1), None),
        ("SKB", date(2024, 11, 1), "skb-netralitas-asn-2022"),
        ("UU Kebun Raya", date(2024, 1, 1), None),
    ],
)
def test_a_name_means_what_it_meant_on_the_day(name: str, day: date | None, identifier: str | None) -> None:
    found = law.resolve_alias(name, day)
    assert (found.id if found else None) == identifier


@given(st.sampled_from([known.id for known in law.instruments()]), st.dates(date(1940, 1, 1), date(2027, 1, 1)))
def test_no_law_is_in_force_before_its_first_day_and_none_returns_from_repeal(identifier: str, day: date) -> None:
    known = law.instrument(identifier)
    assert known
    if known.starts and day < known.starts:
        assert law.status(identifier, day) == "not_yet"
    if known.starts is None and day.year < known.year:
        assert law.status(identifier, day) in {"not_yet", "unknown"}
    if law.status(identifier, day) == "repealed":
        assert law.status(identifier, law.as_of()) == "repealed"


def test_every_instrument_is_found_by_its_own_citation() -> None:
    for record, known in zip(table("law/instruments.toml")["instrument"], law.instruments(), strict=True):
        kind = next(kind for kind in table("law/kinds.toml")["kind"] if known.id.startswith(f"{kind['id']}-"))
        for number in known.number.split(";"):
            assert law.find_instrument(kind["forms"][0], number, known.year) == known, record["id"]


def test_identifiers_and_forms_are_claimed_once() -> None:
    assert len({known.id for known in law.instruments()}) == len(table("law/instruments.toml")["instrument"])
    kinds = Counter(form.casefold() for kind in table("law/kinds.toml")["kind"] for form in {kind["short_id"], *kind["forms"]})
    aliases = Counter(form.casefold() for alias in table("law/aliases.toml")["alias"] for form in alias["forms"])
    assert [form for form, times in (kinds + aliases).items() if times > 1 and form != "skb"] == []
    assert len({known.short_id for known in law.instruments()}) == len(law.instruments())


def test_every_relation_names_known_instruments_and_a_day_the_actor_had_been_made() -> None:
    identifiers = {known.id for known in law.instruments()}
    for relation in law.relations():
        actor = law.instrument(relation.actor)
        assert relation.target in identifiers
        assert relation.target != relation.actor
        assert relation.basis.level in LEVELS
        assert actor
        if relation.on and actor.enacted:
            assert relation.on >= actor.enacted, relation
    assert max(Counter((relation.kind, relation.actor, relation.target) for relation in law.relations()).values()) == 1


def test_the_meanings_of_a_name_do_not_overlap() -> None:
    for alias in table("law/aliases.toml")["alias"]:
        ends = date.min
        for meaning in alias["meanings"]:
            assert law.instrument(meaning["instrument"])
            begins = meaning.get("from", date.min)
            assert ends <= begins < meaning.get("until", date.max), alias
            ends = meaning.get("until", date.max)


def test_what_is_printed_is_known_from_somewhere() -> None:
    for known in law.instruments():
        for basis in (known.basis, known.title_basis, known.status_basis):
            assert basis.level in LEVELS
            assert basis.source or not basis.is_printable, known.id
        assert (known.title_id is None) == (known.title_en is None)
        assert known.enacted is None or known.enacted <= law.as_of()
    assert all(relation.basis.source for relation in law.relations() if relation.basis.is_printable)


def test_nothing_in_the_catalogue_is_later_than_the_day_it_was_read() -> None:
    days = [known.starts for known in law.instruments()] + [relation.on for relation in law.relations()]
    assert max(day for day in days if day) <= law.as_of()
    assert law.status("uu-20-2023", law.as_of() + 400 * DAY) == law.status("uu-20-2023", law.as_of())


def test_english_titles_hold_no_indonesian_short_forms() -> None:
    for known in law.instruments():
        assert not set((known.title_en or "").replace("(", " ").replace(")", " ").split()) & {"GR", "SOE", "Pilkada", "Pemilu", "ASN"}, known.id


# Where the catalogue is more careful than the table it was checked against: a day that only one of two sources gives, a status nobody saw.
MORE_CAREFUL = {"uu-14-2008", "pp-37-2004", "pp-42-2004", "pp-2-2003", "uu-16-2025", "se-menpanrb-b-71-m.sm.00.00-2017", "skb-netralitas-asn-2020"}
STATES = {"enacted_as_law": "repealed", "partly_in_force": "partly", "unverified": "unknown"}


@pytest.mark.skipif(not FACTS.exists(), reason="needs the table of facts beside the checkout")
def test_the_catalogue_agrees_with_the_facts_field_by_field() -> None:
    facts: list[dict[str, Any]] = json.loads(FACTS.read_text(encoding="utf-8"))["instruments"]
    compared = 0
    for fact in facts:
        known = law.instrument(fact["id"])
        assert known
        assert (known.number, str(known.year)) == (str(fact["number"]), str(fact["year"]))
        assert known.basis.level == fact["verified"]["level"]
        assert known.title_id in {fact["title_id"], None}
        if known.id in MORE_CAREFUL:
            continue
        compared += 1
        assert (known.enacted and known.enacted.isoformat()) == fact["date"], known.id
        assert (known.starts and known.starts.isoformat()) == fact["status"].get("from"), known.id
        state = fact["status"]["state"]
        now = law.status(known.id, law.as_of())
        assert now == STATES.get(state, state) or (state, now) == ("in_force", "amended"), known.id
    assert compared >= 90
