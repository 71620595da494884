"""The exchange with translators: what a pack gives, and what of a file that comes back is believed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.pack import Bilingual, Origin, Pack, Translation
from briefing.model.problem import BriefingError
from briefing.translating import exchange, table, xliff
from briefing.translating.memory import fold, remembered
from briefing.translating.units import unit_id, units
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.translating.exchange import Imported

DATA = Path(__file__).parents[1] / "data" / "exchange"
NAMESPACE = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
DAY = date(2026, 11, 2)
TITLE = "Contoh Supervisors Remind Civil Servants of Neutrality"


def reviewed(text: str, by: str = "Rina", on: date = date(2026, 1, 2)) -> Translation:
    return Translation(text=text, origin=Origin.REVIEWED, reviewer=by, date=on)


def project(text: str) -> Translation:
    return Translation(text=text, origin=Origin.PROJECT)


def pack(*english: Translation | None) -> Pack:
    """Return the pack of the seeds, the first quotes with this English, the others without."""
    whole = seeds_pack()
    article = whole.articles[0]
    quotes = tuple(
        replace(quote, text=Bilingual(id=quote.text.id, en=english[number] if number < len(english) else None))
        for number, quote in enumerate(article.quotes)
    )
    bare = replace(article, title=Bilingual(id=article.title.id), quotes=quotes, summary=())
    return replace(whole, articles=(bare,), rules=(), points=())


def unit(words: str, english: str = "", state: str = "translated", mark: str = ' approved="yes"', *, name: str | None = None, more: str = "") -> str:
    """Return one unit as a tool writes it."""
    found = unit_id(words) if name is None else name
    identity = f' id="{found}"' if found else ""
    return f'<trans-unit{identity}{mark}><source>{words}</source><target state="{state}">{english}</target>{more}</trans-unit>'


def file(folder: Path, *found: str, head: str = "", root: str = 'xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"') -> Path:
    path = folder / "paket.xlf"
    inner = f'<file original="paket.pdf" source-language="id" target-language="en" datatype="plaintext"><body>{"".join(found)}</body></file>'
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>{head}<{root}>{inner}</{root.split(maxsplit=1)[0]}>', encoding="utf-8")
    return path


def take(path: Path, memory: Mapping[str, Translation] | None = None, on: date = DAY, of: Pack | None = None) -> Imported:
    return exchange.take(xliff.read(path), memory or {}, "Siti", on, of)


def codes(found: Imported) -> list[str]:
    return [problem.code for problem in found.problems]


def test_a_unit_says_who_speaks_in_which_office_and_where() -> None:
    data, number = exchange.export(seeds_pack(), "paket.pdf", "0", {})
    root = ET.fromstring(data)
    notes = {element.get("id"): element.findtext("x:note", namespaces=NAMESPACE) or "" for element in root.iter(f"{{{NAMESPACE['x']}}}trans-unit")}
    quote = seeds_pack().articles[0].quotes[0]

    assert len(notes) == number == len(units(seeds_pack()))
    note = notes[unit_id(quote.text.id)]
    assert "Penutur / Speaker: Jumani" in note
    assert "Jabatan / Office: Sekretaris Daerah Kabupaten Pati / Regional Secretary of Pati Regency" in note
    assert f"Artikel / Article: 1 ¶{quote.reference.paragraph}, " in note
    assert "Paragrafnya / Its paragraph: " in note


def test_each_origin_has_its_state_and_only_reviewed_english_is_approved() -> None:
    machine = Translation(text="By machine", origin=Origin.MACHINE, engine="toy 1")
    gist = Translation(text="Says that it is so.", origin=Origin.GIST)
    root = ET.fromstring(exchange.export(pack(reviewed("By Rina"), project("Ours"), machine, gist), "paket.pdf", "0", {})[0])

    found = [
        (element.get("approved"), target.get("state"), target.get("state-qualifier"), target.text)
        for element in root.iter(f"{{{NAMESPACE['x']}}}trans-unit")
        if (target := element.find("x:target", NAMESPACE)) is not None
    ]
    assert found[1:6] == [
        ("yes", "signed-off", "exact-match", "By Rina"),
        ("no", "needs-review-translation", "leveraged-tm", "Ours"),
        ("no", "needs-review-translation", "leveraged-mt", "By machine"),
        ("no", "needs-translation", None, None),
        ("no", "needs-translation", None, None),
    ]
    assert "Intisari / Gist: Says that it is so." in exchange.export(pack(None, gist), "paket.pdf", "0", {})[0].decode()


def test_ids_are_those_of_the_words_in_every_pack() -> None:
    ids = [each.id for each in units(seeds_pack())]

    assert len(ids) == len(set(ids))
    assert {each.id for each in units(pack())} <= set(ids)
    assert unit_id("“ASN harus  netral,”") == unit_id("ASN harus netral")


def test_what_the_publisher_wrote_is_no_translators() -> None:
    origins = {each.block.origin for each in units(seeds_pack())}
    assert not origins & {Origin.CATALOGUE, Origin.COMPOSED}


def test_similar_sentences_are_suggestions_and_alone_no_english() -> None:
    words = seeds_pack().articles[0].quotes[0].text.id
    memory = {fold(words + " pada hari itu"): project("Something similar")}
    data = exchange.export(pack(), "paket.pdf", "0", memory)[0].decode()

    assert 'origin="memory" match-quality="9' in data
    assert '<target xml:lang="en">Something similar</target>' in data
    assert "Kalimat serupa / Similar sentence: 9" in data


def test_the_same_pack_gives_the_same_file_and_taken_back_untouched_it_brings_nothing(tmp_path: Path) -> None:
    whole = pack(reviewed("By Rina"), project("Ours"), Translation(text="By machine", origin=Origin.MACHINE, engine="toy 1"))
    for prefill in (False, True):
        data = exchange.export(whole, "paket.pdf", "0", {}, prefill=prefill)[0]
        assert data == exchange.export(whole, "paket.pdf", "0", {}, prefill=prefill)[0]
        (tmp_path / "paket.xlf").write_bytes(data)
        found = take(tmp_path / "paket.xlf", of=whole)
        assert (found.rows, found.problems, found.same) == ((), (), 3)


def test_poedit_keeps_the_ids_and_approves_nothing() -> None:
    """The file is as Poedit 3.2.2 saved it.

    In it a reviewed title was changed, a machine's line marked as needing work, and one translated.
    """
    ids = [each.id for each in xliff.read(DATA / "exported.xlf").units]
    found = take(DATA / "poedit.xlf", {fold("Bawaslu Contoh Ingatkan Netralitas ASN"): reviewed(TITLE)})

    assert [each.id for each in xliff.read(DATA / "poedit.xlf").units] == ids
    assert codes(found) == ["exchange-edited", "exchange-half", "exchange-unsigned"]
    assert [(row["status"], row["by"], row["target"]) for row in found.rows] == [
        ("project", "", "Budi stressed that every report from residents will be followed up.")
    ]


def test_omegat_keeps_the_ids_and_approves_nothing() -> None:
    """The file is as OmegaT 3.6 saved it, exported with prefill; a reviewed title was changed, a machine's line and one more translated."""
    ids = [each.id for each in xliff.read(DATA / "exported.xlf").units]
    found = take(DATA / "omegat.xlf")

    assert [each.id for each in xliff.read(DATA / "omegat.xlf").units] == ids
    assert codes(found) == ["exchange-edited", "exchange-unsigned"]
    assert {row["status"] for row in found.rows} == {"project"}
    assert len(found.rows) == 2


def test_what_is_approved_is_reviewed_by_whom_and_when(tmp_path: Path) -> None:
    words = seeds_pack().articles[0].quotes[0].text.id
    (row,) = take(file(tmp_path, unit(words, "“Be  neutral”")), of=seeds_pack()).rows

    assert row == {
        "source": words,
        "target": "Be neutral",
        "status": "reviewed",
        "by": "Siti",
        "on": "2026-11-02",
        "engine": "",
        "article": seeds_pack().articles[0].source_name,
        "speaker": "Jumani",
    }


@pytest.mark.parametrize(
    ("found", "status"),
    [
        (unit("Satu", "One", mark=' approved="no"'), "project"),
        (unit("Satu", "One", mark=""), "project"),
        (unit("Satu", "One", state="needs-translation", mark=' approved="no"'), "project"),
        (unit("Satu", "One", state="signed-off", mark=' approved="no"'), "project"),
        (unit("Satu", "One", state="final", mark=""), "reviewed"),
        (unit("Satu", "One", state="needs-review-translation"), "reviewed"),
        (unit("Satu", '<g id="1">On</g><mrk mtype="seg" mid="0">e</mrk>'), "reviewed"),
        (unit("Satu", "One") + unit("Satu", "One"), "reviewed"),
    ],
)
def test_reviewed_if_and_only_if_the_tool_marked_it_approved(tmp_path: Path, found: str, status: str) -> None:
    rows = take(file(tmp_path, found)).rows
    assert {(row["target"], row["status"]) for row in rows} == {("One", status)}


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (unit("Satu", "One", name=""), "exchange-no-id"),
        (unit("Satu lagi", "One", name=unit_id("Satu")), "exchange-source-changed"),
        (unit("Satu", "One", name="b0"), "exchange-source-changed"),
        (unit("Satu", "One") + unit("Satu", "Uno"), "exchange-twice"),
        (unit("Satu", 'O<ph id="1">{0}</ph>ne'), "exchange-marks"),
        (unit("Satu", '<mq:ch xmlns:mq="MQXliff" val="x"/>One'), "exchange-marks"),
        (unit("Satu", ""), "exchange-half"),
        (unit("Satu", "Satu"), "exchange-half"),
        (unit("Satu", "One", state="needs-adaptation", mark=' approved="no"'), "exchange-half"),
        (unit("Satu", "One", state="needs-translation"), "exchange-half"),
    ],
)
def test_what_cannot_be_believed_is_left_out_and_told(tmp_path: Path, found: str, code: str) -> None:
    back = take(file(tmp_path, found, unit("Dua", "Two")))

    assert set(codes(back)) == {code}
    assert [row["source"] for row in back.rows] == ["Dua"]


@pytest.mark.parametrize(
    ("found", "held", "code"),
    [
        (unit("Satu", "One", mark=' approved="no"'), reviewed("Uno"), "exchange-reviewed"),
        (unit("Satu", "One"), reviewed("Uno", on=date(2026, 12, 1)), "exchange-later"),
        (unit("Satu", "One"), reviewed("One"), ""),
        (unit("Satu", "One", mark=' approved="no"'), project("One"), ""),
        (unit("Satu", "One", mark="", more="<alt-trans><target>One</target></alt-trans>"), None, ""),
    ],
)
def test_what_stands_in_the_memory_is_not_replaced_by_less(tmp_path: Path, found: str, held: Translation | None, code: str) -> None:
    back = take(file(tmp_path, found), {fold("Satu"): held} if held else {})
    assert (back.rows, codes(back)) == ((), [code] if code else [])


def test_another_approved_english_is_a_change(tmp_path: Path) -> None:
    back = take(file(tmp_path, unit("Satu", "One")), {fold("Satu"): reviewed("Uno")})
    assert back.changes == (exchange.Change(words="Satu", before="Uno", after="One"),)
    assert back.reviewed == 1


def test_words_that_the_pack_has_no_more_are_remembered_and_told(tmp_path: Path) -> None:
    back = take(file(tmp_path, unit("Satu", "One")), of=seeds_pack())
    assert (len(back.rows), codes(back)) == (1, ["exchange-gone"])


def test_of_many_doubts_of_one_kind_the_rest_is_a_number(tmp_path: Path) -> None:
    back = take(file(tmp_path, *(unit(f"Kalimat {number}", "") for number in range(50))))
    assert codes(back) == [*["exchange-half"] * 20, "exchange-more"]
    assert back.problems[-1].arguments == {"number": 30}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<?xml version="1.0"?><!DOCTYPE xliff SYSTEM "file:///etc/passwd"><xliff/>', "exchange-doctype"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>', "exchange-doctype"),
        ("<xliff>&nbsp;</xliff>", "exchange-entity"),
        ("<xliff><file>", "exchange-broken"),
        ("", "exchange-broken"),
        ("Judul: ini bukan XML", "exchange-broken"),
        ('<?xml version="1.0" encoding="x-unknown"?><xliff/>', "exchange-broken"),
        ('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>', "exchange-foreign"),
        ('<tmx version="1.4"/>', "exchange-foreign"),
        ('<xliff version="1.2"><file source-language="id" target-language="de"><body/></file></xliff>', "exchange-languages"),
        ('<xliff version="1.2"><file source-language="id" target-language="en"><body/></file></xliff>', "exchange-empty"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_its_reason(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "paket.xlf").write_text(text, encoding="utf-8")
    with pytest.raises(BriefingError) as caught:
        xliff.read(tmp_path / "paket.xlf")
    assert caught.value.code == code


def test_a_file_that_is_missing_a_folder_or_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xliff, "LARGEST", 10)
    (tmp_path / "paket.xlf").write_text("<xliff/>    ", encoding="utf-8")
    for path, code in ((tmp_path / "x.xlf", "missing-file"), (tmp_path, "unreadable-file"), (tmp_path / "paket.xlf", "exchange-large")):
        with pytest.raises(BriefingError) as caught:
            xliff.read(path)
        assert caught.value.code == code


def test_a_file_without_the_namespace_or_with_another_beside_it_is_read(tmp_path: Path) -> None:
    for root in ('xliff version="1.2"', 'xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" version="1.2" mq:version="9"'):
        more = '<mq:insertedmatch xmlns:mq="MQXliff"><mq:source>x</mq:source></mq:insertedmatch>'
        (row,) = take(file(tmp_path, unit("Satu", "One", more=more), root=root)).rows
        assert (row["source"], row["target"]) == ("Satu", "One")


def test_translate_toolkit_reads_and_approves_it(tmp_path: Path) -> None:
    toolkit = pytest.importorskip("translate.storage.xliff", reason="translate-toolkit (GPL) is for this test alone")
    (tmp_path / "paket.xlf").write_bytes(exchange.export(pack(None, project("Ours")), "paket.pdf", "0", {})[0])
    store = toolkit.xlifffile.parsefile(str(tmp_path / "paket.xlf"))
    title, first, second, third, *_ = store.units
    assert "Jumani" in first.getnotes()
    first.target = "Be neutral & fair"
    first.markapproved(True)
    second.markapproved(True)
    third.target = (
        "It includes not being involved in partisan politics, being free from intervention and from manipulation that may cause conflicts of interest"
    )
    third.markapproved(False)
    store.savefile(str(tmp_path / "paket.xlf"))

    found = take(tmp_path / "paket.xlf")

    assert title.getid().endswith(xliff.read(tmp_path / "paket.xlf").units[0].id)
    assert [(row["target"], row["status"]) for row in found.rows] == [
        ("Be neutral & fair", "reviewed"),
        ("Ours", "reviewed"),
        (third.target, "project"),
    ]
    assert codes(found) == ["exchange-gate-taken", "exchange-gate-taken", "exchange-unsigned"]


@settings(max_examples=50, deadline=None)
@given(
    words=st.text(max_size=30).filter(fold),
    english=st.text(max_size=30),
    mark=st.sampled_from(["yes", "no", None]),
    state=st.sampled_from([None, "new", "translated", "final", "signed-off", "needs-review-translation", "needs-l10n"]),
)
def test_a_name_stands_beside_approved_english_alone(
    tmp_path_factory: pytest.TempPathFactory, words: str, english: str, mark: str | None, state: str | None
) -> None:
    """Whatever the words, they come back as they went out."""
    path = tmp_path_factory.mktemp("exchange") / "paket.xlf"
    path.write_bytes(xliff.write("paket.pdf", "0", [xliff.ToTranslate(id=unit_id(words), words=words, english=None, note=words)]))
    tree = ET.parse(path)
    (element,) = tree.getroot().iter(f"{{{NAMESPACE['x']}}}trans-unit")
    target = element.find("x:target", NAMESPACE)
    assert target is not None
    target.text = xliff._clean(english)
    for holder, name, value in ((element, "approved", mark), (target, "state", state)):
        holder.attrib.pop(name, None)
        if value:
            holder.set(name, value)
    tree.write(path, encoding="utf-8")

    found = take(path)
    table.remember(path.with_name("memory.csv"), found.rows)

    assert "exchange-source-changed" not in codes(found)
    for row in found.rows:
        assert (row["status"] == "reviewed") == bool(row["by"] and row["on"])
        assert row["status"] == "project" or mark == "yes" or (mark is None and state in {"final", "signed-off"})
    for held in remembered(table.read(path.with_name("memory.csv")).rows).values():
        assert held.origin == Origin.REVIEWED or not set(held.text) & set('“”"')
