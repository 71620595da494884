"""The sample articles as Word files, PDFs and mails: the same findings as from the text files."""

from __future__ import annotations

import html
import shutil
import subprocess
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing.files import shipped
from briefing.finding.find import find
from briefing.reading.layout import Text
from briefing.reading.read import opened, read
from tests.reading.documents import docx, mail, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.finding import Findings

SEEDS = tuple(sorted(shipped("seeds").glob("*.txt")))
OFFICE, BROWSER = shutil.which("soffice"), shutil.which("chromium") or shutil.which("google-chrome")
PAGE = """<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>x</title><style>body {{ font: 10pt serif; columns: {columns};
text-align: justify }} p {{ margin: 0 0 3pt }}</style><body>{body}</body></html>"""


def findings(data: bytes, name: str) -> Findings:
    (text,) = opened(data, name)
    assert isinstance(text, Text)
    return find(read(text))


@cache
def expected(seed: Path) -> Findings:
    return findings(seed.read_bytes(), seed.name)


def lines(seed: Path) -> list[str]:
    return seed.read_text(encoding="utf-8-sig").splitlines()


def told(found: Findings) -> dict[str, object]:
    """Return all that was found, in words instead of places."""
    article, text = found.article, found.article.text
    names = ("title", "outlet", "author", "published", "event_date", "event_printed", "place")
    return {
        "metadata": {name: getattr(article, name) for name in names},
        "paragraphs": [span.of(text) for span in article.paragraphs],
        "speakers": [(speaker.name, speaker.office) for speaker in found.speakers],
        "quotes": [(quote.kind, quote.span.of(text), quote.speaker, quote.cue, quote.confidence) for quote in found.quotes],
        "citations": [(cited.span.of(text), cited.instrument, cited.articles) for cited in found.citations],
        "rules": [(rule.span.of(text), rule.type, rule.addressee, rule.speaker) for rule in found.rules],
        "doubts": Counter(problem.code for problem in (*article.problems, *found.problems)),
    }


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem[:3])
def test_word_file_and_mail(seed: Path) -> None:
    assert told(findings(docx(lines(seed)), "rilis.docx")) == told(expected(seed))
    assert told(findings(mail(seed.read_text(encoding="utf-8-sig"), Subject="Fwd: berita"), "surel.eml")) == told(expected(seed))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem[:3])
@pytest.mark.parametrize("columns", [1, 2])
def test_pdf(seed: Path, columns: int) -> None:
    data = pdf([line for line in lines(seed) for line in (line, "")], columns=columns, head="Kliping Humas")
    assert told(findings(data, "rilis.pdf")) == told(expected(seed))


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("columns", [1, 2])
def test_pdf_of_libreoffice(tmp_path: Path, columns: int) -> None:
    for seed in SEEDS:
        (tmp_path / f"{seed.stem}.docx").write_bytes(docx(lines(seed), columns=columns))
    assert OFFICE
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.docx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for seed in SEEDS:
        assert told(findings((tmp_path / f"{seed.stem}.pdf").read_bytes(), "rilis.pdf")) == told(expected(seed))


@pytest.mark.slow
@pytest.mark.skipif(not BROWSER, reason="Chromium is not installed")
@pytest.mark.parametrize("columns", [1, 2])
def test_pdf_of_chromium(tmp_path: Path, columns: int) -> None:
    assert BROWSER
    for seed in SEEDS:
        page, printed = tmp_path / f"{seed.stem}.html", tmp_path / f"{seed.stem}.pdf"
        body = "".join(f"<p>{html.escape(line) or '&nbsp;'}</p>" for line in lines(seed))
        page.write_text(PAGE.format(columns=columns, body=body), encoding="utf-8")
        command = [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={tmp_path / 'profil'}",
            f"--print-to-pdf={printed}",
            str(page),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        assert told(findings(printed.read_bytes(), "rilis.pdf")) == told(expected(seed))
