"""What the instruments say: versions on their days, references, homes of articles, the ladder of sanctions, and agreement with the facts."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon import law, own_law, provisions
from briefing.lexicon.bodies import bodies
from briefing.lexicon.items import counted
from briefing.lexicon.load import table
from tests import lawdoc

if TYPE_CHECKING:
    from briefing.lexicon.provisions import Language, Provision, Sanction

SHARED = Path(__file__).parents[3] / "shared"
FACTS = SHARED / "facts" / "regulations.json"
FORMAT = SHARED / "design" / "findings-format.md"
ADJUSTED = date(2026, 1, 2)
KEYS = st.from_regex(r"\A(?:[1-9]\d{0,2}[A-Z]?|[IVX]{1,4})(?:\([1-9]\))?(?:\([a-z]\))?(?:\([1-9]\))?\Z")


def day(text: str) -> date:
    return date.fromisoformat(text)


def all_provisions() -> list[Provision]:
    return [held for known in law.instruments() for held in provisions.provisions(known.id)]


def all_texts() -> list[Provision | Sanction]:
    return [*all_provisions(), *(step for when in (day("2024-06-25"), law.as_of()) for step in provisions.sanctions(when))]


def parts(key: str) -> set[str]:
    return set(key.split(";"))


def figures(text: str) -> set[str]:
    return set(re.findall(r"Rp\d+(?:[.,]\d+)*(?: (?:juta|miliar|million|billion))?", text))


@pytest.mark.parametrize(
    ("identifier", "key", "boundary", "before", "after"),
    [
        ("uu-1-2015", "188", "2024-11-14", "dan kepala desa", "anggota TNI/Polri"),
        ("uu-1-2015", "140", "2025-07-30", "disebut rekomendasi", "sebagai putusan"),
        ("uu-5-2014", "123(3)", "2015-07-08", "sejak mendaftar", "sejak ditetapkan"),
        ("uu-20-2023", "26(2)(d)", "2025-10-16", "sistem merit ASN.", "inkonstitusional bersyarat"),
        ("uu-10-2016", "187A", "2026-01-02", "36 sampai 72 bulan", "kategori V "),
        ("uu-7-2017", "490", "2026-01-02", "Rp12 juta", "kategori II "),
        ("uu-7-2017", "493", "2026-01-02", "dipidana", "kategori III "),
        ("uu-7-2017", "494", "2026-01-02", "dipidana", "kategori III "),
        ("uu-7-2017", "523(1)", "2026-01-02", "dipidana", "2 tahun dan/atau denda paling banyak kategori III "),
        ("uu-7-2017", "523(2)", "2026-01-02", "masa tenang dipidana", "4 tahun dan/atau denda paling banyak kategori IV "),
        ("uu-7-2017", "523(3)", "2026-01-02", "dipidana", "3 tahun dan/atau denda paling banyak kategori III "),
        ("uu-7-2017", "547", "2026-01-02", "dipidana", "3 tahun dan/atau denda paling banyak kategori III "),
        ("uu-27-2022", "67(2)", "2026-01-02", "dipidana", "kategori IV "),
        # begins and ends with its instrument, or with a day of its own
        ("uu-10-2016", "71(1)", "2016-07-01", None, "dilarang membuat keputusan"),
        ("uu-5-2014", "9(2)", "2023-10-31", "golongan", None),
        ("pp-53-2010", "4(15)", "2021-08-31", "kepala daerah", None),
        ("uu-2-2002", "28(1)", "2026-06-17", "netral", None),
        ("pp-43-2014", "54(4)", "2026-01-01", "diberhentikan", None),
    ],
)
def test_a_provision_reads_on_each_day_as_it_did(identifier: str, key: str, boundary: str, before: str | None, after: str | None) -> None:
    for days, expected in ((-1, before), (0, after), (1, after)):
        held = provisions.provision(identifier, key, day(boundary) + timedelta(days=days))
        assert (held is None) if expected is None else held is not None and expected in held.text_id, days


def test_what_a_repeal_left_standing_still_reads() -> None:
    assert provisions.provision("pp-53-2010", "7(3)", law.as_of())
    for held in provisions.provisions("pp-53-2010"):
        assert (held.until is None) == (held.key == "7(3)")


def test_the_articles_of_a_family_are_found_from_each_of_its_laws() -> None:
    for identifier in ("uu-1-2015", "uu-8-2015", "uu-10-2016", "uu-6-2020"):
        held = provisions.provision(identifier, "71(1)", day("2024-10-23"))
        assert held is not None
        assert held.instrument == "uu-10-2016"
    assert provisions.provision("uu-7-2017", "71(1)", day("2024-10-23")) is None
    assert provisions.provision("uu-99-1999", "1", day("2024-10-23")) is None


@pytest.mark.parametrize(
    ("key", "indonesian", "english"),
    [
        ("71(1)(a)", "Pasal 71 ayat (1) huruf a", "Article 71(1)(a)"),
        ("5(n)(5)", "Pasal 5 huruf n angka 5", "Article 5(n)(5)"),
        ("187A", "Pasal 187A", "Article 187A"),
        ("II(5)", "Pasal II ayat (5)", "Article II(5)"),
        ("L1.3", "daftar kode etik nomor 3", "ethics list, item 3"),
        ("L2.6", "daftar disiplin nomor 6", "discipline list, item 6"),
        ("139;140", "Pasal 139 dan Pasal 140", "Article 139 and Article 140"),
        ("134(4);134(5);134(6)", "Pasal 134 ayat (4), ayat (5), dan ayat (6)", "Article 134(4), (5) and (6)"),
        ("35;36;37;38;42", "Pasal 35 sampai dengan Pasal 38 dan Pasal 42", "Articles 35 to 38 and Article 42"),
        ("L1.1;L1.2;L1.3;L1.4;L1.7", "daftar kode etik nomor 1 sampai dengan nomor 4 dan nomor 7", "ethics list, item 1 to item 4 and item 7"),
        (
            "29(a);29(j);30(1);30(2);30(3);30(4)",
            "Pasal 29 huruf a, huruf j, dan Pasal 30 ayat (1) sampai dengan ayat (4)",
            "Article 29(a), (j) and Article 30(1) to (4)",
        ),
        ("52(3)(j);52(4)", "Pasal 52 ayat (3) huruf j dan ayat (4)", "Article 52(3)(j) and (4)"),
        ("10(1)(c);10(1)(e)", "Pasal 10 ayat (1) huruf c dan huruf e", "Article 10(1)(c) and (e)"),
    ],
)
def test_a_key_is_cited_in_words(key: str, indonesian: str, english: str) -> None:
    assert (provisions.ref(key, "id"), provisions.ref(key, "en")) == (indonesian, english)


@given(KEYS)
def test_every_key_has_a_reference_that_names_each_step(key: str) -> None:
    languages: tuple[Language, ...] = ("id", "en")
    for language in languages:
        words = re.findall(r"\w+", provisions.ref(key, language))
        assert [word for word in words if word not in {"Pasal", "Article", "ayat", "huruf", "angka"}] == re.findall(r"\w+", key)


def test_no_reference_shows_a_key_as_it_is_stored() -> None:
    for held in all_provisions():
        for words in (held.ref_id, held.ref_en):
            assert not re.search(r";|\bL\d", words), held.key
            assert words.strip()


@pytest.mark.parametrize(
    ("identifier", "article", "home", "lacks"),
    [
        ("uu-10-2016", "188", "uu-1-2015", True),
        ("uu-10-2016", "188(1)", "uu-1-2015", True),
        ("uu-10-2016", "189", "uu-8-2015", True),
        ("uu-10-2016", "71", "uu-10-2016", False),
        ("uu-10-2016", "187A", "uu-10-2016", False),
        ("uu-10-2016", "300", None, True),
        ("uu-8-2015", "188", "uu-1-2015", True),
        ("uu-8-2015", "71", "uu-10-2016", False),  # it may have held an older text
        ("uu-8-2015", "37", "uu-8-2015", False),  # it deleted the article
        ("uu-6-2020", "71", "uu-10-2016", True),
        ("uu-6-2020", "120", None, False),
        ("uu-6-2020", "201A", None, False),
        ("uu-1-2015", "187A", "uu-10-2016", False),
        ("uu-1-2015", "201A", None, False),
        ("uu-1-2015", "280", None, True),
        ("uu-20-2023", "77", None, False),
        ("uu-20-2023", "87(4)(b)", None, True),
        ("uu-10-2016", "II", None, False),
        ("uu-7-2017", "999", None, False),
        ("skb-netralitas-asn-2022", "L1.3", None, False),
        ("uu-99-1999", "1", None, False),
    ],
)
def test_where_an_article_stands_and_where_it_cannot(identifier: str, article: str, home: str | None, lacks: bool) -> None:
    assert provisions.home_of(identifier, article) == home
    assert provisions.lacks_article(identifier, article) is lacks


def deleted_articles() -> set[str]:
    return {article for statute in table("law/homes.toml")["statute"] for run in statute.get("deleted", ()) for article in counted(run)}


def test_deleted_articles_are_known() -> None:
    assert {"37", "196"} <= deleted_articles()
    assert "71" not in deleted_articles()


def test_statutes_of_a_family_stand_in_the_order_of_enactment() -> None:
    known = [law.instrument(statute["id"]) for statute in table("law/homes.toml")["statute"]]
    days = [instrument.starts or date.max for instrument in known if instrument]
    assert days == sorted(days)
    assert len(days) == len(known)


def test_no_provision_of_the_shipped_catalogue_lacks_its_words() -> None:
    for held in all_provisions():
        known = law.instrument(held.instrument)
        assert known is not None
        for text in (held.text_id, held.text_en):
            assert text[0].isupper(), held.key
            assert text.endswith("."), held.key
        assert held.starts is None or known.starts is None or held.starts >= known.starts, held.key


def test_a_new_criminal_figure_has_its_source_and_an_old_one_its_note() -> None:
    """A fine that was threatened before UU 1/2026 is never shown without what that law made of it."""
    for held in all_texts():
        if figures(held.text_id) and getattr(held, "instrument", "") != "uu-1-2023":
            told = "UU 1/2026" in held.basis.source or any("UU 1/2026" in note.text_id and note.starts is None for note in held.notes)
            assert told, held


def test_figures_are_the_same_in_both_languages() -> None:
    translated = {"juta": "million", "miliar": "billion"}
    for held in all_texts():
        indonesian = {re.sub("juta|miliar", lambda unit: translated[unit[0]], figure.replace(".", "")) for figure in figures(held.text_id)}
        assert indonesian == {figure.replace(",", "") for figure in figures(held.text_en)}, held


def test_what_the_press_alone_reports_of_old_penalties_is_not_held() -> None:
    for key in ("493", "494", "523(1)", "523(2)", "523(3)", "547"):
        held = provisions.provision("uu-7-2017", key, ADJUSTED - timedelta(days=1))
        assert held is not None
        assert not re.search(r"\d+ (?:bulan|tahun)|Rp|kurungan", held.text_id), key


def test_what_must_never_be_printed_is_not_held() -> None:
    texts = [text for held in all_provisions() for text in (held.text_id, held.text_en, *(note.text_id for note in held.notes))]
    texts += [note.text_id for known in law.instruments() for note in known.notes]
    for text in texts:
        assert not re.search(r"\b615\b|\bjangan\b|never flag|unverified|belum terverifikasi|Lampiran (?:I|II|1|2) SKB", text), text
    assert not [held for held in all_provisions() if not held.basis.is_printable]


def test_the_first_ban_on_campaigning_has_no_level_of_its_own() -> None:
    held = provisions.provision("pp-94-2021", "5(n)(1)", law.as_of())
    assert held is not None
    assert not re.search("sedang|berat", held.text_id)
    for step in provisions.sanctions(law.as_of()):
        assert ("pp-94-2021", "5(n)(1)") not in step.punishes


def test_every_step_rests_on_provisions_of_its_days() -> None:
    known = {(held.instrument, held.key) for held in all_provisions()}
    days = [day("2015-06-01"), day("2021-09-01"), day("2024-10-23"), day("2024-11-14"), ADJUSTED, law.as_of()]
    for when in days:
        for step in provisions.sanctions(when):
            assert step.grounds, step.id
            assert {*step.grounds, *step.punishes} <= known, step.id
            for identifier, key in step.grounds:
                assert provisions.provision(identifier, key, when), (step.id, key, when)


@pytest.mark.parametrize(
    ("boundary", "goes", "comes"),
    [
        ("2024-11-14", "pilkada-official", "pilkada-official-2024"),
        ("2026-01-02", "pilkada-vote-buying", "pilkada-vote-buying-2026"),
        ("2026-01-02", "pemilu-village-head", "pemilu-village-head-2026"),
        ("2026-01-02", "pemilu-joining", "pemilu-joining-2026"),
        ("2023-10-31", "dismissal-party-2014", "dismissal-party"),
        ("2021-08-31", None, "discipline-severe"),
        ("2026-01-01", "village-head-dismissal", None),
    ],
)
def test_the_ladder_changes_on_its_day(boundary: str, goes: str | None, comes: str | None) -> None:
    before, after = ({step.id for step in provisions.sanctions(day(boundary) + timedelta(days=days))} for days in (-1, 0))
    assert before - after >= ({goes} if goes else set())
    assert after - before >= ({comes} if comes else set())


def test_bodies_that_are_gone_have_their_day_and_source() -> None:
    (kasn,) = bodies()
    assert (kasn.id, kasn.until) == ("kasn", day("2024-08-24"))
    assert "Komisi ASN" in kasn.forms
    assert kasn.basis.credit
    assert "BKN" in kasn.text_id
    assert "BKN" in kasn.text_en


def test_notes_hold_on_their_days() -> None:
    known = law.instrument("skb-netralitas-asn-2022")
    assert known is not None
    (note,) = known.notes
    assert [note.holds_on(day(when)) for when in ("2024-08-23", "2024-08-24", "2026-11-25")] == [False, True, True]
    assert note.basis.credit


def test_the_page_on_the_catalogue_is_up_to_date() -> None:
    assert lawdoc.PAGE.read_text(encoding="utf-8") == lawdoc.written(), "run: python -m tests.lawdoc"


def versions(identifier: str, key: str) -> list[Provision]:
    """Return the versions of what the facts hold under this key, which sums up parts that the catalogue names one by one."""
    held = provisions.provisions(identifier)
    exact = [version for version in held if parts(version.key) >= parts(key)]
    return exact or [version for version in held if any(part.startswith(f"{key}(") for part in parts(version.key))]


def test_every_printable_provision_of_the_facts_is_held(facts: dict[str, Any]) -> None:
    for fact in facts["instruments"]:
        for stated in fact["articles"]:
            held = versions(fact["id"], stated["key"])
            assert bool(held) == (stated["verified_level"] != "unverified"), (fact["id"], stated["key"])
            for version in held:
                assert version.type == stated["rule_type"], stated["key"]
            if held:
                assert held[0].basis.level == stated["verified_level"], stated["key"]
                assert set(held[-1].addressees) == set(stated["addressees"]), stated["key"]


def test_nothing_is_held_that_the_facts_do_not_state(facts: dict[str, Any]) -> None:
    stated = [
        (fact["id"], version) for fact in facts["instruments"] for article in fact["articles"] for version in versions(fact["id"], article["key"])
    ]
    assert {id(held) for held in all_provisions()} == {id(version) for _, version in stated}


def test_the_words_are_our_own_and_the_figures_those_of_the_facts(facts: dict[str, Any]) -> None:
    """A paraphrase that is no longer than a phrase may be said in one way only."""
    for fact in facts["instruments"]:
        for stated in fact["articles"]:
            for held in versions(fact["id"], stated["key"]):
                if len(stated["paraphrase_id"]) > 150:
                    assert held.text_id != stated["paraphrase_id"], stated["key"]
                assert figures(held.text_id) <= figures(stated["paraphrase_id"]), stated["key"]


def test_penalties_agree_with_the_facts(facts: dict[str, Any]) -> None:
    for fact in facts["instruments"]:
        for stated in fact["articles"]:
            penalty = stated.get("sanction", {}).get("imprisonment_months")
            for held in versions(fact["id"], stated["key"])[:1] if penalty else ():
                assert f"penjara {penalty[0]} sampai {penalty[1]} bulan" in held.text_id, stated["key"]
            level = stated.get("sanction", {}).get("level")
            if level:
                assert all(f"ukuman disiplin {level}" in held.text_id for held in versions(fact["id"], stated["key"])), stated["key"]


def test_homes_agree_with_the_facts(facts: dict[str, Any]) -> None:
    unread = {"120"}
    for article, stated in facts["article_homes"]["uu-pilkada"].items():
        statute, _, deleted = stated.partition(" ")
        assert provisions.home_of("uu-10-2016", article) == (None if article in unread else statute)
        assert (article in deleted_articles()) == bool(deleted)


def test_types_and_addressees_are_those_of_the_findings() -> None:
    if not FORMAT.exists():
        pytest.skip("the description of the findings file is not beside this checkout")
    text = FORMAT.read_text(encoding="utf-8")
    addressees = next(line for line in text.splitlines() if line.startswith("| addressee |"))
    assert tuple(re.findall(r"[\w-]+", addressees.split("|")[2])) == own_law.ADDRESSEES
    types = next(line for line in text.splitlines() if line.startswith("| rule type"))
    assert all(name in types for name in own_law.RULE_TYPES)
