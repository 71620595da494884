"""The packs that are held against the validators: of every form, of many articles and of one, and one that strains the layout."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from briefing import intake, pipeline
from briefing.editing.review import store
from briefing.files import shipped
from briefing.model.document import Attachment
from briefing.rendering.parse import parse
from briefing.rendering.pdf.render import Rendered, render
from briefing.settings import Settings

Chosen: TypeAlias = str | bool | tuple[str, ...]

SEEDS = shipped("seeds")
FORMS: dict[str, dict[str, Chosen]] = {
    "usual": {},
    "bawaslu": {"profile": "bawaslu"},
    "pemkab": {"profile": "pemkab"},
    "F4": {"paper": "F4"},
    "greyscale": {"greyscale": True},
    "large-print": {"large_print": True},
    "indonesian": {"languages": ("id",)},
}
NAME = "Prof. Dr. H. Budi Contoh, S.H., M.H., M.Si., Ph.D."
BETWEEN = re.compile(r"(?<=[a-z]) (?=[a-z])")
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu")
WORDS = "Aparatur menjaga netralitas dalam setiap pemilihan dan melayani semua warga secara adil. "


def built(*paths: Path, **chosen: Chosen) -> bytes:
    """Return the pack of articles."""
    outcomes = [outcome for outcome in intake.find_all(intake.sources(list(paths))) if outcome.findings]
    correction = store.chosen(store.open_correction(Path("none.koreksi.toml")), chosen)
    return pipeline.build(outcomes, correction, Settings()).pdf


def many(folder: Path, count: int) -> list[Path]:
    """Write `count` articles, each a seed with words of its own among the others, and return their files."""
    seeds = sorted(SEEDS.glob("*.txt"))
    files = []
    for number in range(count):
        text = seeds[number % len(seeds)].read_text(encoding="utf-8").strip()
        file = folder / f"{number:03}.txt"
        file.write_text(f"Kecamatan {number}: {varied(text, number)}", encoding="utf-8")
        files.append(file)
    return files


def varied(text: str, number: int) -> str:
    """Return a text with an invented word after each fifth that stands between small letters; with fewer, articles would count as one story."""
    own = "".join(SYLLABLES[int(digit)] for digit in f"{number:03}")
    places = [place.start() for place in BETWEEN.finditer(text)][4::5]
    parts = [text[start:end] for start, end in zip([0, *places], [*places, None], strict=True)]
    return f" {own}".join(parts)


def torture() -> Rendered:
    """Return a document of what strains the layout: everything long, odd, divided or nested."""
    title = (WORDS * 4)[:300]
    table = "".join(f"<tr><th>{row}</th><td>{WORDS * (1 + row % 3)}</td><td>{NAME}</td></tr>" for row in range(60))
    high = f"<tr><th>tinggi</th><td>{WORDS * 40}</td><td>{NAME}</td></tr>"
    items = "".join(f"<li><p>{WORDS}</p></li>" for _ in range(40))
    quote = f"<blockquote class='direct'><p>“{WORDS * 60}”</p><p class='who'><b>{NAME}</b>, Sekretaris Daerah</p></blockquote>"
    english = quote.replace("<blockquote", "<blockquote lang='en'")
    odd = "fi fl ﬁ é ñ ° ½ ≥ … – — ‘’ “” ‐ ‑ \u200b\u00ad\u202e ¶ § µ 漢字 🙂 <![CDATA[<b>&]]> {{ 7*7 }} %d \\(a\\)"
    link = f'<a href="https://contoh.go.id/{"berita-tentang-netralitas/" * 12}">https://contoh.go.id/{"berita-tentang-netralitas/" * 12}</a>'
    inside = f'<a href="#s2">{WORDS * 3}</a>'
    blocks = {
        "s1": f"<h1>{title}</h1><p>{odd}</p><p>{'tanpaspasi' * 60}</p><p>{link} {inside}</p>",
        "s2": f'<pair><h1>{title}</h1><h1 lang="en">{title}</h1></pair><pair>{quote}{english}</pair>{quote}',
        "s3": f'<h2>Tabel</h2><table class="facts" cols="40 * 120"><tr><th>a</th><th>b</th><th>c</th></tr>{table}{high}</table>',
        "s4": f'<h2>Daftar</h2><ol class="points">{items}</ol><ul>{items}</ul><section class="keep"><p>{WORDS * 80}</p></section>',
    }
    sections = "".join(f'<section class="page" id="{name}" bookmark="{title}" continued="{title}">{part}</section>' for name, part in blocks.items())
    head = f'<document lang="id" title="{title}" title-en="{title}" draft="DRAF" note="{title}" note-en="{title}" label="{title}" label-en="{title}">'
    document = parse(f"{head}{sections}</document>", "torture.xhtml", languages=("id", "en"))
    attached = Attachment(name="artikel-1.txt", data="¶ 1 Satu.\n".encode(), media_type="text/plain", description="Naskah")
    return render(document, when=datetime(2031, 1, 1, tzinfo=UTC), attachments=[attached])
