"""The catalogue of instruments: its data, statuses on their boundary days, names, and agreement with the facts it was made from."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing.lexicon import law
from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.finding import Status

FACTS = Path(__file__).parents[3] / "shared" / "facts" / "regulations.json"
KEYS = {
    *("id", "kind", "number", "year", "title_id", "title_en", "short_id", "short_en", "date", "from", "doubt_from"),
    *("subject_id", "subject_en", "articles", "level", "source", "title_level", "status_level", "status_source", "relations", "notes"),
}
LEVELS = {"primary_text", "official_copy", "press", "unverified"}
KINDS = {"repeals", "amends", "enacts", "reinterprets", "declares_conditionally_unconstitutional", "modifies_sanctions_of"}
STATES = {
    "in_force": "in_force",
    "amended": "amended",
    "partly_in_force": "partly",
    "repealed": "repealed",
    "enacted_as_law": "repealed",
    "historical": "unknown",
    "unverified": "unknown",
}


def day(text: str) -> date:
    return date.fromisoformat(text)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def records() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table("law/instruments.toml")["instrument"]
    return found


@pytest.mark.parametrize("name", ["instruments", "kinds", "aliases", "provisions", "sanctions", "homes", "bodies"])
def test_text_is_composed_and_trimmed(name: str) -> None:
    for text in strings(table(f"law/{name}.toml")):
        assert text == unicodedata.normalize("NFC", text).strip()
        assert text


def test_entries_are_complete_and_ids_unique() -> None:
    assert len({record["id"] for record in records()}) == len(records())
    for record in records():
        assert set(record) <= KEYS, record["id"]
        assert {"id", "kind", "number", "year", "title_id", "title_en", "level"} <= set(record), record["id"]
        assert {record["level"], record.get("title_level", "press"), record.get("status_level", "press")} <= LEVELS
        assert record.get("source") or record["level"] == "unverified", record["id"]
        assert ("status_level" in record) == ("status_source" in record)


def test_titles_name_their_number_and_year() -> None:
    for record in records():
        if record["kind"] not in {"SKB", "UUD"}:
            for language in ("title_id", "title_en"):
                assert record["number"] in record[language], record["id"]
            assert str(record["year"]) in record["title_id"] or record["kind"] == "Putusan MK", record["id"]


def test_english_titles_hold_no_indonesian_short_forms() -> None:
    for known in law.instruments():
        assert not {"GR", "SOE", "Pilkada", "Pemilu", "ASN"} & set(re.findall(r"\w+", known.title_en or "")), known.id


def test_every_instrument_is_found_by_its_own_number() -> None:
    for known in law.instruments():
        for number in known.number.split(";"):
            kind = known.id.split("-", 1)[0]
            kind = {"se": " ".join(known.short_id.split(" ")[:-1]), "perbkn": "Peraturan BKN", "mk": "Putusan MK"}.get(kind, kind)
            kind = "SE Menteri PANRB" if kind == "Surat Menteri PANRB" else kind
            assert law.find_instrument(kind, number, known.year) is known


def test_relations_are_sound() -> None:
    seen = set()
    for relation in law.relations():
        actor, target = law.instrument(relation.actor), law.instrument(relation.target)
        assert actor is not None
        assert target is not None, relation
        assert actor is not target
        assert relation.kind in KINDS
        assert relation.basis.level in LEVELS
        assert relation.basis.source
        assert (relation.kind, relation.actor, relation.target) not in seen
        seen.add((relation.kind, relation.actor, relation.target))
        if relation.on:
            assert actor.enacted is None or actor.enacted <= relation.on <= law.as_of(), relation
            assert target.starts is None or target.starts <= relation.on, relation
        else:
            assert actor.year >= target.year


def test_an_instrument_ends_once() -> None:
    ends = [relation.target for relation in law.relations() if relation.kind in {"repeals", "enacts"}]
    assert len(ends) == len(set(ends))


def test_dates_follow_one_another() -> None:
    for known in law.instruments():
        assert known.enacted is None or known.enacted.year in {known.year, known.year - 1}, known.id
        if known.enacted and known.starts:
            assert known.enacted <= known.starts <= law.as_of(), known.id
        if known.doubt_from:
            assert known.doubt_from >= (known.starts or date(known.year, 1, 1)), known.id


def test_what_was_repealed_stays_repealed() -> None:
    for known in law.instruments():
        days = [date(year, month, 1) for year in range(1940, 2027) for month in (1, 4, 7, 10)]
        statuses = [law.status(known.id, when) for when in days]
        assert statuses[0] == "not_yet" or known.year < 1940
        for earlier, later in pairwise(statuses):
            assert later == "repealed" or earlier != "repealed", known.id
            assert earlier == "not_yet" or later != "not_yet", known.id


@pytest.mark.parametrize(
    ("identifier", "boundary", "before", "after"),
    [
        ("uu-5-2014", "2014-01-15", "not_yet", "in_force"),
        ("uu-5-2014", "2023-10-31", "in_force", "repealed"),
        ("uu-20-2023", "2023-10-31", "not_yet", "in_force"),
        ("pp-53-2010", "2010-06-06", "not_yet", "in_force"),
        ("pp-53-2010", "2021-08-31", "in_force", "partly"),
        ("pp-94-2021", "2021-08-31", "not_yet", "in_force"),
        ("pp-30-1980", "2010-06-06", "in_force", "repealed"),
        ("skb-netralitas-asn-2022", "2022-09-22", "not_yet", "in_force"),
        ("uu-8-1974", "1999-09-30", "in_force", "amended"),
        ("uu-8-1974", "2014-01-15", "amended", "repealed"),
        ("uu-1-2015", "2015-03-18", "in_force", "amended"),
        ("uu-6-2014", "2020-11-02", "in_force", "amended"),
        ("uu-7-2017", "2017-08-16", "not_yet", "in_force"),
        ("uu-7-2017", "2022-12-12", "in_force", "amended"),
        ("uu-32-2004", "2014-10-02", "in_force", "repealed"),
        ("uu-34-2004", "2025-03-26", "in_force", "amended"),
        ("uu-14-2008", "2010-04-30", "not_yet", "in_force"),
        ("perppu-1-2014", "2015-02-02", "in_force", "repealed"),
        ("perppu-2-2020", "2020-08-11", "in_force", "repealed"),
        ("perppu-1-2022", "2023-05-04", "in_force", "repealed"),
        ("mk-136-puu-xxii-2024", "2024-11-14", "not_yet", "in_force"),
        # amended on the day on which it came into force; repealed on it
        ("uu-1-2023", "2026-01-02", "not_yet", "amended"),
        ("uu-22-2014", "2014-10-02", "not_yet", "repealed"),
        # what is not known stays unknown until its year is over or the catalogue was read
        ("pkpu-13-2024", "2024-01-01", "not_yet", "unknown"),
        ("pkpu-13-2024", "2025-01-01", "unknown", "in_force"),
        ("pp-11-2017", "2021-01-01", "unknown", "amended"),
        ("pp-43-2014", "2026-01-01", "amended", "unknown"),
        ("pp-43-2014", "2026-11-25", "unknown", "repealed"),
        # in doubt since the law above it was replaced; never seen
        ("pp-42-2004", "2023-10-31", "in_force", "unknown"),
        ("perbawaslu-6-2018", "2018-01-01", "not_yet", "unknown"),
    ],
)
def test_status_changes_on_its_day(identifier: str, boundary: str, before: Status, after: Status) -> None:
    assert law.status(identifier, day(boundary) - timedelta(days=1)) == before
    assert law.status(identifier, day(boundary)) == after
    assert law.status(identifier, day(boundary) + timedelta(days=1)) == after


def test_an_article_of_june_2024_cites_a_law_repealed_then_and_now() -> None:
    assert law.status("uu-5-2014", day("2024-06-25")) == "repealed"
    assert law.status("uu-5-2014", law.as_of()) == "repealed"
    assert law.replacement("uu-5-2014") == (law.instrument("uu-20-2023"), day("2023-10-31"))


def test_doubt_outlasts_the_year_of_an_undated_instrument() -> None:
    for identifier in ("perbawaslu-6-2018", "skb-netralitas-asn-2020", "perpres-91-2024"):
        assert law.status(identifier, law.as_of()) == "unknown"


def test_status_of_what_is_not_in_the_catalogue_is_unknown() -> None:
    assert law.status("uu-99-1999", day("2024-01-01")) == "unknown"
    assert not law.standing("uu-99-1999", day("2024-01-01")).basis.is_printable


def test_replacement_names_the_successor() -> None:
    assert law.replacement("pp-53-2010") == (law.instrument("pp-94-2021"), day("2021-08-31"))
    assert law.replacement("perppu-1-2014") == (law.instrument("uu-1-2015"), day("2015-02-02"))
    assert law.replacement("pp-43-2014") == (law.instrument("pp-16-2026"), None)
    assert law.replacement("uu-20-2023") is None


def test_a_partial_repeal_says_what_it_left() -> None:
    relation = law.standing("pp-53-2010", law.as_of()).relation
    assert relation is not None
    assert relation.exception == "Pasal 7 ayat (3)"


def test_press_facts_carry_their_source_and_others_none() -> None:
    press = law.standing("uu-5-2014", law.as_of())
    assert press.basis.credit is not None
    assert "jpnn.com" in press.basis.credit
    assert law.standing("pp-53-2010", law.as_of()).basis.credit is None
    assert law.standing("skb-netralitas-asn-2022", law.as_of()).basis.credit == "kabarmetronews.com; katasatu.co.id"


def test_titles_that_were_not_verified_cannot_be_printed() -> None:
    for identifier in ("perbawaslu-8-2020", "perbawaslu-6-2018", "pkpu-13-2024"):
        known = law.instrument(identifier)
        assert known is not None
        assert known.title_id is known.title_en is None
        assert known.short_id
        assert not known.title_basis.is_printable
    for known in law.instruments():
        assert (known.title_id is None) == (known.title_basis.level == "unverified")


@pytest.mark.parametrize(
    ("kind", "number", "year", "identifier"),
    [
        ("UU", "5", 2014, "uu-5-2014"),
        ("Undang-undang", "5", 2014, "uu-5-2014"),
        ("UNDANG UNDANG", "5", 2014, "uu-5-2014"),
        ("peraturan pemerintah", "94", 2021, "pp-94-2021"),
        ("Putusan Mahkamah Konstitusi", "136/PUU-XXII/2024", None, "mk-136-puu-xxii-2024"),
        ("SKB", "2", 2022, "skb-netralitas-asn-2022"),
        ("Surat Keputusan Bersama", "800-5474", 2022, "skb-netralitas-asn-2022"),
        ("SKB", "1447.1/PM.01/K.1/09/2022", None, "skb-netralitas-asn-2022"),
        ("Surat Edaran Menteri PANRB", "18", 2023, "se-menpanrb-18-2023"),
        ("UU", "5", 2015, None),
        ("PP", "5", 2014, None),
        ("SE", "18", 2023, None),
        ("Qanun", "5", 2014, None),
    ],
)
def test_find_instrument(kind: str, number: str, year: int | None, identifier: str | None) -> None:
    found = law.find_instrument(kind, number, year)
    assert (found.id if found else None) == identifier


def test_short_forms_in_both_languages() -> None:
    known = law.instrument("uu-5-2014")
    assert known is not None
    assert (known.short_id, known.short_en) == ("UU 5/2014", "Law 5/2014")
    decision = law.instrument("mk-136-puu-xxii-2024")
    assert decision is not None
    assert decision.short_en == "Constitutional Court Decision 136/PUU-XXII/2024"


def test_no_form_is_claimed_twice() -> None:
    for name, entries in (("kinds", "kind"), ("aliases", "alias")):
        forms = [form.casefold() for entry in table(f"law/{name}.toml")[entries] for form in entry["forms"]]
        assert len(forms) == len(set(forms)), name


def test_meanings_of_an_alias_follow_one_another() -> None:
    for alias in table("law/aliases.toml")["alias"]:
        for meaning in alias["meanings"]:
            assert set(meaning) <= {"instrument", "from", "until"}
            assert law.instrument(meaning["instrument"]), alias
            assert meaning.get("from", date.min) < meaning.get("until", date.max)
        for earlier, later in pairwise(alias["meanings"]):
            assert earlier["until"] <= later["from"]


@pytest.mark.parametrize(
    ("alias", "boundary", "before", "after"),
    [
        ("UU ASN", "2014-01-15", None, "uu-5-2014"),
        ("UU ASN", "2023-10-31", "uu-5-2014", "uu-20-2023"),
        ("Undang-Undang Aparatur Sipil Negara", "2023-10-31", "uu-5-2014", "uu-20-2023"),
        ("PP Disiplin PNS", "2021-08-31", "pp-53-2010", "pp-94-2021"),
        ("Peraturan Pemerintah Disiplin PNS", "2021-08-31", "pp-53-2010", "pp-94-2021"),
        ("SKB", "2020-01-01", None, "skb-netralitas-asn-2020"),
        ("SKB", "2022-09-22", "skb-netralitas-asn-2020", "skb-netralitas-asn-2022"),
        ("Surat Keputusan Bersama", "2022-09-22", "skb-netralitas-asn-2020", "skb-netralitas-asn-2022"),
        ("UU Pilkada", "2015-02-02", None, "uu-1-2015"),
        ("UU Pemilu", "2017-08-16", None, "uu-7-2017"),
        ("undang-undang desa", "2014-01-15", None, "uu-6-2014"),
        ("UU Pemda", "2014-10-02", "uu-32-2004", "uu-23-2014"),
        ("KUHP", "2026-01-02", None, "uu-1-2023"),
    ],
)
def test_a_name_means_what_it_meant_on_the_day(alias: str, boundary: str, before: str | None, after: str) -> None:
    found = [law.resolve_alias(alias, day(boundary) + timedelta(days=days)) for days in (-1, 0, 1)]
    assert [known.id if known else None for known in found] == [before, after, after]


def test_a_name_without_a_day_is_resolved_only_when_it_has_one_meaning() -> None:
    assert law.resolve_alias("UU ASN", None) is None
    pilkada = law.resolve_alias("UU Pilkada", None)
    assert pilkada is not None
    assert pilkada.id == "uu-1-2015"
    decree = law.resolve_alias("Surat Keputusan Bersama tahun 2022", None)
    assert decree is not None
    assert decree.id == "skb-netralitas-asn-2022"
    assert law.resolve_alias("UU Antah Berantah", day("2024-01-01")) is None


def test_catalogue_agrees_with_the_facts(facts: dict[str, Any]) -> None:
    assert [fact["id"] for fact in facts["instruments"] if law.instrument(fact["id"]) is None] == []
    for fact in facts["instruments"]:
        known = law.instrument(fact["id"])
        assert known is not None
        assert (known.kind, known.number, known.year) == (fact["kind"], fact["number"], fact["year"])
        assert known.title_id in {fact["title_id"], None}  # the English is the project's own
        assert known.basis.level == fact["verified"]["level"]


# A status that is weaker than the state of the facts, because their notes say that it was not seen after a later law,
# and one state that forgets the amendment which the same entry lists.
DEVIATIONS = {"pp-37-2004": "unknown", "pp-42-2004": "unknown", "pp-2-2003": "unknown", "pkpu-15-2023": "amended"}


def test_statuses_agree_with_the_facts(facts: dict[str, Any]) -> None:
    for fact in facts["instruments"]:
        expected = DEVIATIONS.get(fact["id"], STATES[fact["status"]["state"]])
        assert law.status(fact["id"], law.as_of()) == expected, fact["id"]
        begins, ends = fact["status"]["from"], fact["status"]["until"]
        for days in (0, 1) if ends else ():
            assert law.status(fact["id"], day(ends) + timedelta(days=days)) in {"repealed", "partly"}, fact["id"]
        if ends:
            assert law.status(fact["id"], day(ends) - timedelta(days=1)) in {"in_force", "amended", "not_yet"}, fact["id"]
        if begins and fact["id"] != "se-menpanrb-b-71-m.sm.00.00-2017":  # two sources, two dates: none is kept
            assert law.status(fact["id"], day(begins) - timedelta(days=1)) == "not_yet", fact["id"]
            for days in (0, 1):
                assert law.status(fact["id"], day(begins) + timedelta(days=days)) != "not_yet", fact["id"]


def test_aliases_agree_with_the_facts(facts: dict[str, Any]) -> None:
    for alias, meanings in facts["aliases"].items():
        for meaning in meanings:
            when = day(meaning["from"]) if meaning["from"] else day(meaning["until"]) - timedelta(days=1)
            found = law.resolve_alias(alias, when)
            assert found is not None
            assert found.id == meaning["target"]


def test_relations_agree_with_the_facts(facts: dict[str, Any]) -> None:
    active = {(relation.kind, relation.actor, relation.target): relation for relation in law.relations()}
    inverse = {
        "repealed_by": "repeals",
        "amended_by": "amends",
        "enacted_by": "enacts",
        "reinterpreted_by": "reinterprets",
        "sanctions_modified_by": "modifies_sanctions_of",
        "conditionally_unconstitutional_by": "declares_conditionally_unconstitutional",
    }
    for fact in facts["instruments"]:
        for stated in fact["status"]["relations"]:
            kind = inverse.get(stated["relation"])
            key = (kind, stated["target"], fact["id"]) if kind else (stated["relation"], fact["id"], stated["target"])
            relation = active[key]  # type: ignore[index]
            if stated["date"] and stated["level"] != "unverified":
                assert relation.on == day(stated["date"]), key
                if relation.kind == "amends":
                    before, after = (law.status(relation.target, relation.on + timedelta(days=days)) for days in (-1, 1))
                    assert before in {"not_yet", "in_force", "amended", "unknown"}, key
                    assert after in {"amended", "repealed", "unknown"}, key


def test_a_subject_is_told_where_the_title_or_the_number_was_verified() -> None:
    for known in law.instruments():
        assert (known.subject_id is None) == (known.subject_en is None), known.id
        assert known.subject_id is None or known.title_basis.is_printable, known.id
        assert known.subject_id is None or known.subject_id not in str(known.title_id).split(" tentang ")[0], known.id


def test_doubt_is_told_in_a_note_from_the_day_on_which_it_begins() -> None:
    """An instrument that the facts once call in force, and whose status is not known any more, says so."""
    for known in law.instruments():
        if known.doubt_from and known.starts and known.doubt_from > known.starts and not law.replacement(known.id):
            assert any(note.starts == known.doubt_from for note in known.notes), known.id


def test_every_note_is_printable_and_follows_what_it_tells_of() -> None:
    for known in law.instruments():
        for note in known.notes:
            assert note.basis.is_printable
            assert note.basis.source
            assert note.text_id.endswith(".")
            assert note.text_en.endswith(".")
            assert note.starts is None or known.starts is None or note.starts >= known.starts, known.id
            assert note.starts is None or note.starts <= law.as_of(), known.id
