"""Property: whatever legal edits a person makes, exactly those are in the next pack, and nothing else of it changes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.finding import Findings, Speaker
from tests.editing.making import JUMANI, article, findings
from tests.editing.review.loop import Loop

if TYPE_CHECKING:
    from briefing.model.pack import Pack

SIDIK = Speaker(id="s2", name="Sidik", office="Ketua Bawaslu Kabupaten Pati", organisation="Bawaslu Kabupaten Pati")
LAW = "Undang-Undang Nomor 5 Tahun 2014"
WISH = "Kami mengajak seluruh warga kecamatan {} ikut mengawasi tahapan pemilihan dengan sungguh-sungguh sampai selesai"
THANKS = "Panitia di wilayah {} telah menyiapkan posko pengaduan yang buka setiap hari kerja bagi masyarakat umum"
RULES = {
    "a.txt": "Kepala desa dilarang membagikan bantuan bergambar calon kepada warga",
    "b.txt": "Aparatur wajib melaporkan setiap ajakan memihak kepada inspektorat daerah",
    "c.txt": "Camat dilarang memakai kendaraan dinas untuk urusan tim pemenangan",
}

Atoms = dict[str, Any]


def found(name: str) -> Findings:
    """Return one of three articles; both people speak in each, and each states a rule of its own."""
    wish, thanks, rule = WISH.format(name[0]), THANKS.format(name[0]), RULES[name]
    of = article(
        f"“{wish},” ujar Jumani.", f"“{thanks},” kata Sidik.", f"{rule}.", f"Ia merujuk {LAW} saat itu.", name=name, title=f"Berita {name[0]}"
    )
    of = replace(of, source=replace(of.source, sha256=name[0] * 64), outlet="Kabar", published="2024-06-25")
    return findings(
        of,
        quotes=(("direct", wish, "s1"), ("direct", thanks, "s2")),
        rules=((("prohibition" if "dilarang" in rule else "duty",), rule, None),),
        laws=((LAW, "uu-5-2014"),),
        speakers=(JUMANI, SIDIK),
    )


ALL = [found(name) for name in RULES]


def atoms(pack: Pack) -> Atoms:
    """Return what a pack says, piece by piece."""
    said: Atoms = {"title": pack.title.id, "event": pack.event, "day": pack.day, "approved": pack.approved_by}
    for person in pack.people:
        said[f"{person.id} name"] = person.name
        said[f"{person.id} office"] = person.office.id if person.office else None
    names = {item.number: item.source_name for item in pack.articles}
    for item in pack.articles:
        said |= {
            f"{item.source_name} {key}": value for key, value in (("title", item.title.id), ("outlet", item.outlet), ("published", item.published))
        }
        for quote in item.quotes:
            said[f"{item.source_name} quote {quote.text.id}"] = (quote.reference.person, quote.text.en.text if quote.text.en else None)
        for text, _ in item.summary:
            said[f"{item.source_name} sentence {text.id}"] = True
    for rule in pack.rules:
        said[f"{names[rule.references[0].article]} rule {rule.text.id}"] = (rule.type, rule.note)
    for point in pack.points:
        said[f"{names[point.references[0].article]} point {point.text.id}"] = True
    return said


@dataclass(frozen=True)
class Edit:
    """A change of some keys in one entry, named by a line of it, and what it does to the atoms of the pack."""

    entry: str
    values: dict[str, Any]
    effect: Callable[[Atoms], None]


def changed(key: str, value: object) -> Callable[[Atoms], None]:
    def effect(said: Atoms) -> None:
        if key in said:
            said[key] = value

    return effect


def gone(beginning: str) -> Callable[[Atoms], None]:
    def effect(said: Atoms) -> None:
        for key in [key for key in said if key.startswith(beginning)]:
            del said[key]

    return effect


def shortened(key: str, words: str, rest: str) -> Callable[[Atoms], None]:
    def effect(said: Atoms) -> None:
        if key + words in said:
            said[key + rest] = (said.pop(key + words)[0], None)

    return effect


def quote(name: str, words: str) -> str:
    return f"{name} quote {words.format(name[0])}"


def edits_of(name: str) -> list[Edit]:
    """Return the edits of one article; those that take something away come last."""
    wish, thanks, rule = WISH.format(name[0]), THANKS.format(name[0]), RULES[name]
    typed = "prohibition" if "dilarang" in rule else "duty"
    return [
        Edit(f'file = "artikel/{name}"', {"outlet": "Suara “Desa”"}, changed(f"{name} outlet", "Suara “Desa”")),
        Edit(f'file = "artikel/{name}"', {"title": 'Judul "baru" \\ #1'}, changed(f"{name} title", 'Judul "baru" \\ #1')),
        Edit(f'file = "artikel/{name}"', {"published": "2024-06-26"}, changed(f"{name} published", "2024-06-26")),
        Edit(f'text = "{thanks}"', {"speaker": "jumani"}, changed(quote(name, THANKS), ("jumani", None))),
        Edit(f'text = "{rule}', {"note": "Lihat edaran."}, noted(f"{name} rule {rule}", typed)),
        Edit(
            f'text = "{wish}"',
            {"english": "Join us.", "english_by": "Rina", "english_on": "2026-11-20"},
            changed(quote(name, WISH), ("jumani", "Join us.")),
        ),
        Edit(
            f'text = "{thanks}"',
            {"shorten": ["Panitia ... posko pengaduan", "setiap hari"]},
            shortened(f"{name} quote ", thanks, f"Panitia di wilayah {name[0]} telah menyiapkan posko pengaduan [...] setiap hari [...]"),
        ),
        Edit(f'text = "{rule}', {"summary_page": False}, gone(f"{name} point {rule}")),
        Edit(f'text = "{wish}"', {"keep": False}, gone(f"{name} quote {wish}")),
        Edit(f'text = "{rule}', {"keep": False}, both(gone(f"{name} rule {rule}"), gone(f"{name} point {rule}"))),
    ]


def noted(key: str, typed: str) -> Callable[[Atoms], None]:
    return changed(key, (typed, "Lihat edaran."))


def both(one: Callable[[Atoms], None], other: Callable[[Atoms], None]) -> Callable[[Atoms], None]:
    def effect(said: Atoms) -> None:
        one(said)
        other(said)

    return effect


EDITS = [
    Edit("[pack]", {"title": "Bahan Kita"}, changed("title", "Bahan Kita")),
    Edit("[pack]", {"event": "Sosialisasi"}, changed("event", "Sosialisasi")),
    Edit("[pack]", {"date": "2024-09-02"}, changed("day", "2024-09-02")),
    Edit('id = "jumani"', {"name": "Jumaini"}, changed("jumani name", "Jumaini")),
    Edit('id = "sidik"', {"office": "Anggota Bawaslu Kabupaten Pati"}, changed("sidik office", "Anggota Bawaslu Kabupaten Pati")),
    *(edit for name in RULES for edit in edits_of(name)),
    Edit('file = "artikel/c.txt"', {"keep": False}, gone("c.txt ")),
]


def made(text: str, edit: Edit) -> str:
    """Return the text of a correction file in which a person made an edit."""
    start = text.index(edit.entry)
    end = re.compile(r"\n\n|\Z").search(text, start)
    assert end
    entry = text[start : end.start()]
    for key, value in edit.values.items():
        line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
        lines = [line if each.startswith(f"{key} = ") else each for each in entry.split("\n")]
        entry = "\n".join(lines if line in lines else [*lines, line])  # English of what is not printed has no line yet
    return text[:start] + entry + text[end.start() :]


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(range(len(EDITS))), max_size=8), st.booleans())
def test_exactly_the_edits_are_in_the_next_pack(chosen: set[int], notepad: bool) -> None:
    with TemporaryDirectory() as folder:
        loop = Loop(Path(folder))
        expected = atoms(loop.build(ALL).pack)
        text = loop.path.read_text(encoding="utf-8")
        for number in sorted(chosen):
            text = made(text, EDITS[number])
            EDITS[number].effect(expected)
        heard = {said[0] for key, said in expected.items() if " quote " in key}
        for person in {"jumani", "sidik"} - heard:
            gone(f"{person} ")(expected)
        loop.path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() if notepad else text.encode())
        done = loop.build(ALL)
        assert atoms(done.pack) == expected
        again = loop.build(ALL)
        assert (again.pack, again.text) == (done.pack, done.text)
        assert again.applied.lost == ()


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(range(len(EDITS))), max_size=8), st.sampled_from(["name", "office", "keep", "type"]))
def test_what_the_program_finds_anew_undoes_no_edit(chosen: set[int], kind: str) -> None:
    with TemporaryDirectory() as folder:
        loop = Loop(Path(folder))
        loop.build(ALL)
        text = loop.path.read_text(encoding="utf-8")
        for number in sorted(chosen):
            text = made(text, EDITS[number])
        loop.path.write_text(text, encoding="utf-8", newline="\n")
        before = loop.build(ALL)
        newer = [_found_anew(each, kind) for each in ALL]
        after = loop.build(newer)
        touched = {key: row.edits for key, row in before.applied.rows.items() if row.edits}
        kept = {key: row.edits for key, row in after.applied.rows.items() if row.edits}
        kept |= {f"{lost.kind}/{lost.text}": dict(lost.edits) for lost in after.applied.lost if lost.kind == "speaker"}  # who is not heard any more
        assert kept == touched
        assert loop.build(ALL).pack == before.pack


def _found_anew(each: Findings, kind: str) -> Findings:
    """Return findings as another version of the program might make them."""
    match kind:
        case "name":
            return replace(each, speakers=(replace(each.speakers[0], name="Jumani Putra"), each.speakers[1]))
        case "office":
            return replace(each, speakers=(replace(each.speakers[0], office="Asisten Sekretaris Daerah Kabupaten Pati"), each.speakers[1]))
        case "keep":
            return replace(each, quotes=each.quotes[:1])
        case _:
            return replace(each, rules=tuple(replace(rule, type=("sanction",)) for rule in each.rules))
