"""Files of every kind in one folder: what can be read is, what cannot is told, and nothing else suffers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.model.problem import ExitCode
from tests.reading.documents import docx, mail, paragraph, pdf, word_file, word_xml
from tests.reading.pages import ARTICLE, TITLE, paragraphs, web_page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

NEWS = (TITLE, "", *ARTICLE)


def made(number: int) -> list[str]:
    return [f"{words} Hal itu disampaikan di kecamatan ke-{number}." if len(words) > 60 else f"{words} {number}" for words in NEWS if words]


def test_find_reads_all_kinds_in_one_folder(run: Run, tmp_path: Path) -> None:
    files = {
        "a.txt": "\n\n".join(made(1)).encode(),
        "b.html": web_page(paragraphs(tuple(made(2)[1:]))),
        "c.docx": docx(made(3)),
        "d.pdf": pdf([line for line in made(4) for line in (line, "")]),
        "e.eml": mail("Terlampir.", [("rilis.docx", docx(made(5))), ("../rilis.docx", docx(made(6))), ("rusak.pdf", b"%PDF-1.7")]),
        "f/rilis.docx": docx(made(7)),
        "g/rilis.docx": word_file(word_xml(paragraph("Isi."), before="<!DOCTYPE x>")),
        "h.pdf": pdf(made(8), encrypt="rahasia"),
        "i.doc": b"\xd0\xcf\x11\xe0",
    }
    for name, data in files.items():
        path = tmp_path / "artikel" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    done = run("find", tmp_path / "artikel", "-o", tmp_path / "temuan.json")

    assert done.exit_code == ExitCode.BUILT_IN_PART
    found = json.loads((tmp_path / "temuan.json").read_text(encoding="utf-8"))
    assert len(found["articles"]) == 7
    for words in (
        "e.eml#4 rusak.pdf: is no PDF that can be read",
        "g/rilis.docx: has a declaration that Word never writes",
        "h.pdf: is locked with a password",
        "i.doc: files of this kind are not read",
    ):
        assert words in done.stderr


def test_show_takes_a_mail_with_all_that_it_holds(run: Run, tmp_path: Path) -> None:
    (tmp_path / "surel.eml").write_bytes(mail("Terlampir.", [("rilis.docx", docx(made(1)))], Subject="Rilis", Date="Tue, 15 Oct 2024 08:00:00 +0700"))
    done = run("show", tmp_path / "surel.eml")
    assert done.exit_code == ExitCode.OK
    assert "surel.eml#2 rilis.docx" in done.stdout


def test_hostile_files_in_a_folder_are_refused_each_and_the_rest_is_built(run: Run, tmp_path: Path) -> None:
    good = "\n\n".join(made(1)).encode()
    files = {
        "a.txt": good,
        "besar.html": b"<html>" + b" " * 50_000_000,
        "bom.docx": word_file(word_xml(" " * 3_000_000)),
        "dalam.html": b"<html>" + b"<div>" * 30_000,
        "entitas.docx": word_file(word_xml(paragraph("Isi."), before='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>')),
        "kunci.pdf": pdf(made(2), encrypt="rahasia"),
        "potong.docx": docx(made(3))[:900],
        "sub/a.txt": good.replace(b"1", b"4"),
    }
    for name, data in files.items():
        path = tmp_path / "artikel" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    done = run("build", tmp_path / "artikel", "-o", tmp_path / "paket.pdf")

    assert done.exit_code == ExitCode.BUILT_IN_PART, done.output
    assert (tmp_path / "paket.pdf").read_bytes().startswith(b"%PDF")
    told = {line.split(": ")[1] for line in done.stderr.splitlines() if line.startswith("Error: ")}
    assert told == files.keys() - {"a.txt", "sub/a.txt"}
