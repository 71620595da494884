"""The page of `briefing show --html`: every finding marked in the text, in well-formed HTML, whatever the article holds."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import messages
from briefing.finding.find import find
from briefing.model.article import Dropped, Evidence
from briefing.model.outcome import Outcome
from briefing.model.problem import Problem
from briefing.model.span import OffsetMap, Piece, Span
from briefing.reading.read import read, texts
from briefing.rendering.evidence import MAGIC, Mark, page, segments
from tests.editing.making import article, findings
from tests.factories import ROOT

VOID = {"meta", "br"}
ARTICLE = """Judul: Sekda Ingatkan <b>Netralitas</b>
Tanggal: 21 Oktober 2024

JAMBI – “ASN harus netral sesuai Pasal 71 ayat (1) UU Nomor 10 Tahun 2016,” ujar Sekretaris Daerah Kota Jambi Ridwan Hamid.

Baca Juga: Harga Cabai Naik

Ia menegaskan ASN dilarang berkampanye. Hubungi 0812-3456-7890 & <script>alert(1)</script> {{ 7*7 }} \u202e\x07.

“Jaga sikap kita semua di media sosial sampai hari pemungutan suara, jangan pilih paslon 01.”
"""


class Reader(HTMLParser):
    """Collects the open elements, and the words marked as each kind, without the labels."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.marked: dict[str, str] = {}
        self.paragraphs: list[str] = []
        self.seen: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        kind = dict(attrs).get("class") or ""
        if tag not in VOID:
            self.open.append((tag, kind))
        if kind == "paragraph":
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        kinds = [kind for _, kind in self.open]
        if "paragraph" in kinds and not {"number"} & set(kinds) and not any(kind.startswith("label") for kind in kinds):
            self.paragraphs[-1] += data
            for kind in kinds[kinds.index("paragraph") + 1 :]:
                self.marked[kind] = self.marked.get(kind, "") + data


def outcome(text: str, name: str = "a.txt") -> Outcome:
    return Outcome(name=name, findings=find(read(*texts(text.encode(), name))))


def page_of(*outcomes: Outcome, language: str = "en") -> str:
    messages.use(language)
    return page(outcomes)


@pytest.fixture(autouse=True)
def _english() -> None:
    messages.use("en")


@pytest.mark.parametrize("name", sorted(file.name for file in (ROOT / "seeds").glob("*.txt")))
def test_every_finding_of_a_seed_is_marked_and_the_text_stands_as_it_is(name: str) -> None:
    of = outcome((ROOT / "seeds" / name).read_text(encoding="utf-8"))
    found = of.findings
    assert found
    reader = Reader(page_of(of))

    assert reader.open == []
    assert reader.paragraphs == [span.of(found.article.text) for span in found.article.paragraphs]
    for kind, spans in (
        ("direct", [quote.span for quote in found.quotes if quote.kind == "direct"]),
        ("rule", [rule.span for rule in found.rules]),
        ("citation", [citation.span for citation in found.citations]),
    ):
        assert [span.of(found.article.text) for span in spans if span.of(found.article.text) not in reader.marked[kind]] == []


def test_each_mark_says_who_why_and_how_surely() -> None:
    html = page_of(outcome(ARTICLE))

    assert "Ridwan Hamid, Sekretaris Daerah Kota Jambi · direct, ujar, named beside the words, high confidence" in html
    assert "from the speaker before, low confidence" in html
    assert "names a candidate or a party: paslon 01" in html
    assert "uu-10-2016 71(1) · number printed, then in force; now in force" in html
    assert "Check: who says this is not certain" in html[html.index("¶3") :]
    assert "– [link to other news]" in html
    assert "header: “21 Oktober 2024”" in html


def test_it_speaks_indonesian() -> None:
    html = page_of(outcome(ARTICLE), language="id")

    assert '<html lang="id">' in html
    assert "langsung, ujar, namanya di samping ucapan, keyakinan tinggi" in html
    assert "Legend" not in html


def test_the_body_of_a_page_stands_as_it_was_approved() -> None:
    of = article("JAMBI. “ASN wajib netral menurut UU Nomor 1,” ujar Jumani.", "Rapat itu selesai.", title="Sekda & Netralitas")
    whole = Span(0, len(of.text))
    source = f"Jakarta{of.text}"
    placed = replace(
        of,
        source_text=source,
        offsets=OffsetMap(pieces=(Piece(clean=whole, source=Span(7, len(source))),)),
        dropped=(Dropped(span=Span(0, 7), reason="dateline"),),
        evidence=(Evidence(field="title", span=Span(0, 7), how="first-line"),),
        problems=(Problem(code="date-missing"),),
    )
    quote = "ASN wajib netral menurut UU Nomor 1"
    found = findings(placed, quotes=(("direct", quote, "s1"),), rules=((("duty",), quote, "s1"),), laws=(("UU Nomor 1", "uu-1-2015"),))
    made = ("stay-neutral",)
    found = replace(found, quotes=(replace(found.quotes[0], points=made),), rules=(replace(found.rules[0], points=made),))
    doubted = replace(found, problems=(Problem(code="speaker-uncertain", arguments={"reason": "epithet"}, span=found.quotes[0].span),))
    body = page_of(Outcome(name="a.txt", findings=doubted), language="id").partition("<body>")[2]

    assert body == (ROOT / "tests" / "data" / "evidence.html").read_text(encoding="utf-8")


def test_nothing_in_an_article_is_taken_for_markup_and_what_is_private_is_masked() -> None:
    html = page_of(outcome(ARTICLE, "a\u202e.txt"))
    reader = Reader(html)

    assert "a\N{REPLACEMENT CHARACTER}.txt" in html
    assert not {"script", "a", "img", "link", "iframe"} & reader.seen
    assert "xxxx-xxxx-xxxx & <script>alert(1)</script> {{ 7*7 }}" in reader.paragraphs[1]
    assert "0812" not in html
    assert not {"\u202e", "\x07"} & set(html)


def test_it_is_one_file_that_fetches_nothing() -> None:
    html = page_of(outcome(ARTICLE))

    assert html.encode().startswith(MAGIC)
    assert "default-src 'none'" in html
    assert "://" not in html
    assert "url(" not in html


def test_a_doubt_about_the_whole_stands_above_the_text() -> None:
    of = outcome(
        "Judul\n\nKUDUS – Rapat itu berlangsung di aula, Senin (21/10/2024). Peserta datang sejak pagi dan pulang sesudah makan siang bersama."
    )

    assert Problem(code="no-quote") in of.problems
    assert "Check: holds no direct quote" in page_of(of)[: page_of(of).index("¶1")]


def test_several_articles_stand_on_one_page() -> None:
    assert page_of(outcome(ARTICLE), outcome(ARTICLE)).count("<article>") == 2


@given(st.text(alphabet="ab <", max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=6))
@settings(max_examples=100, deadline=None)
def test_segments_tile_the_text_and_each_mark_its_span(text: str, places: list[tuple[int, int]]) -> None:
    within = Span(0, len(text))
    spans = [Span(start, min(len(text), start + length)) for start, length in places if start < len(text)]
    marks = [Mark(kind="rule", span=span, label=str(number), notes=()) for number, span in enumerate(spans)]
    found = list(segments(text, within, marks))

    assert "".join(segment.text for segment in found) == text
    for mark in marks:
        assert "".join(segment.text for segment in found if mark in segment.marks) == mark.span.of(text)
        assert sum(mark in segment.opening for segment in found) == 1


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_text_makes_a_well_formed_page(text: str) -> None:
    reader = Reader(page_of(outcome(f"Judul\n\n“Netral,” ujar Camat Wedung Sri Hartati.\n\nSisa {text} akhir.")))

    assert reader.open == []
