from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.pack import Bilingual, Origin, Pack, Translation
from briefing.model.problem import BriefingError, ExitCode
from briefing.rendering.fill import fill
from briefing.rendering.parse import parse
from briefing.rendering.profiles import folders
from tests.factories import ROOT, one_article_pack, seeds_pack

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = ROOT / "templates"
PLAIN = folders("")
HOSTILE = (
    "<b>tebal</b>",
    '<img src="/etc/passwd"/>',
    "{{ 7*7 }} {% raw %}",
    "&amp; &lt; & <",
    "</p></section>",
    "]]> <!DOCTYPE x> <!-- -->",
    "[<KPU>] \"kutip\" 'apostrof'",
)


def with_words(pack: Pack, words: str) -> Pack:
    """Return the pack with `words` as title, name, quote, fact and rule, in both languages."""
    block = Bilingual(id=words, en=Translation(text=words, origin=Origin.PROJECT))
    article = pack.articles[0]
    article = replace(
        article,
        title=block,
        outlet=words,
        author=words,
        source_name=words,
        quotes=tuple(replace(quote, text=block) for quote in article.quotes),
        facts=tuple(replace(fact, value=block) for fact in article.facts),
        summary=((block, 1),),
    )
    return replace(
        pack,
        title=block,
        articles=(article,),
        people=tuple(replace(person, name=words, office=block, organisation=words) for person in pack.people),
        rules=tuple(replace(rule, text=block) for rule in pack.rules),
        law=tuple(replace(row, printed=words, title=block) for row in pack.law),
    )


def printed(pack: Pack) -> list[str]:
    """Return the words of every block of the filled pages, no-break spaces as spaces."""
    document = parse(fill(pack, PLAIN), "pack.xhtml")
    return [element.text.replace("\u00a0", " ") for section in document.sections for element in section.walk() if element.runs]


def test_the_pack_of_the_seeds_fills_pages_of_the_vocabulary() -> None:
    document = parse(fill(seeds_pack(), PLAIN), "pack.xhtml")

    names = [section.attributes["id"] for section in document.sections]
    articles = [f"article-{number}" for number in range(1, 6)]
    assert names == ["cover", "summary", "contents", "rules", "law", "speakers", *articles, "glossary", "sources"]


def untranslated(pack: Pack, kept: int) -> Pack:
    """Return the pack with no English for its quotes, summaries, points and rules, but for the first `kept` quotes of each article."""

    def without(block: Bilingual) -> Bilingual:
        return replace(block, en=None)

    articles = tuple(
        replace(
            article,
            quotes=tuple(quote if number < kept else replace(quote, text=without(quote.text)) for number, quote in enumerate(article.quotes)),
            summary=tuple((without(block), paragraph) for block, paragraph in article.summary),
        )
        for article in pack.articles
    )
    points = tuple(replace(point, text=without(point.text)) for point in pack.points)
    rules = tuple(replace(rule, text=without(rule.text)) for rule in pack.rules)
    return replace(pack, articles=articles, points=points, rules=rules)


@pytest.mark.parametrize("kept", [0, 1])
def test_sections_without_english_are_one_column_and_say_so_once(kept: int) -> None:
    document = parse(fill(untranslated(one_article_pack(), kept), PLAIN), "pack.xhtml")
    article = next(section for section in document.sections if section.kind == "article")
    quotes = [child for child in article.walk() if child.tag == "blockquote" and child.lang == "id"]
    tagged = [quote for quote in quotes if "Belum diterjemahkan" in quote.text]

    assert len(quotes) > 2
    assert len(tagged) == (len(quotes) - 1 if kept else 0)
    alone = [child.text for child in article.children if child.tag == "h2"]
    assert ("Kutipan utama / Key quotes" in alone) == (not kept)
    assert "Ringkasan / Summary" in alone
    assert sum("Belum diterjemahkan" in child.text for child in article.children if child.kind == "shared") == (1 if kept else 2)
    for name in ("summary", "rules"):
        page = next(section for section in document.sections if section.attributes["id"] == name)
        assert not any(child.kind in {"points", "rules"} for child in page.walk() if child.lang == "en")


def test_the_same_pack_gives_the_same_text() -> None:
    assert fill(one_article_pack(), PLAIN) == fill(one_article_pack(), PLAIN)


def test_words_of_an_article_never_become_markup() -> None:
    words = " ".join(HOSTILE)
    blocks = printed(with_words(one_article_pack(), words))

    assert f"“{words}”" in blocks
    assert words in blocks


@settings(max_examples=4, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_any_text_gives_pages_of_the_vocabulary(words: str) -> None:
    parse(fill(with_words(one_article_pack(), words), PLAIN), "pack.xhtml")


def test_control_characters_and_bidi_overrides_are_not_printed() -> None:
    assert "“aman 12”" in printed(with_words(one_article_pack(), "a\u202em\x00an\x0b 12\ud800\ufffe"))


@pytest.mark.parametrize(
    ("source", "line", "fault"),
    [
        ("<p>\n{{ id.cover.nomor }}</p>", 2, "nomor"),
        ("<p>{{ pek.title }}</p>", 1, "'pek' is undefined"),
        ("<p>\n\n{% if pack %}</p>", 3, "if"),
        ('{% include "tiada.xhtml" %}', 1, "no template tiada.xhtml"),
        ('{% include "../labels/id.toml" %}', 1, "no template"),
        ('{% include "/etc/passwd" %}', 1, "no template"),
        ('{% include "pack.xhtml" %}', 1, "recursion"),
        ("<p>\n{{ 1/0 }}</p>", 2, "division by zero"),
        ("<p>{{ “x” }}</p>", 1, "unexpected char '“'"),
        ("<p>{{ range(10**9) }}</p>", 1, "Range too big"),
        ("<p>{{ ''.__class__.__subclasses__() }}</p>", 1, "unsafe"),
        ("<p>{{ fill.__globals__ }}</p>", 1, "undefined"),
        ("<p>{{ counted.__func__.__globals__ }}</p>", 1, "unsafe"),
        ("{% set pack.title = 1 %}", 1, "namespace"),
        ("<p>{{ pack.title.id + 1 }}</p>", 1, "str"),
        ("<p>{{ id.whole_pack.one.format(n=1) }}</p>", 1, "number"),
        ("<p>{{ pack.title.__class__.__mro__ }}</p>", 1, "unsafe"),
    ],
)
def test_a_fault_in_a_template_names_template_and_line(tmp_path: Path, source: str, line: int, fault: str) -> None:
    shutil.copytree(TEMPLATES / "labels", tmp_path / "labels")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.xhtml").write_text(source, encoding="utf-8")

    with pytest.raises(BriefingError) as raised:
        fill(one_article_pack(), [tmp_path])

    error = raised.value
    assert (error.code, error.exit_code) == ("template-fault", ExitCode.TEMPLATE_FAULT)
    assert error.arguments["line"] == line
    assert fault in str(error.arguments["fault"])
    assert error.arguments["template"] == f"{tmp_path.name}/pack/pack.xhtml"


def test_a_fault_within_a_macro_names_the_file_of_the_macro(tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    macros = tmp_path / "pack" / "macros.xhtml"
    text = macros.read_text(encoding="utf-8").replace("{{ left }}</{{ tag }}>", "{{ letf }}</{{ tag }}>", 1)
    macros.write_text(text, encoding="utf-8")

    with pytest.raises(BriefingError) as raised:
        fill(one_article_pack(), [tmp_path])

    assert raised.value.arguments["template"] == f"{tmp_path.name}/pack/macros.xhtml"
    assert "letf" in text.splitlines()[int(raised.value.arguments["line"]) - 1]


def test_a_name_that_does_not_exist_is_told_where_it_is_written_not_where_a_macro_prints_it(tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    rules = tmp_path / "pack" / "rules.xhtml"
    text = rules.read_text(encoding="utf-8").replace("en.rules[name]", "en.rules.nota", 1)
    rules.write_text(text, encoding="utf-8")

    with pytest.raises(BriefingError) as raised:
        fill(one_article_pack(), [tmp_path])

    assert raised.value.arguments["template"] == f"{tmp_path.name}/pack/rules.xhtml"
    assert "nota" in text.splitlines()[int(raised.value.arguments["line"]) - 1]


def test_a_fault_in_the_labels_names_file_and_line(tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    (tmp_path / "labels" / "en.toml").write_text('a = "b"\nc = \n', encoding="utf-8")

    with pytest.raises(BriefingError) as raised:
        fill(one_article_pack(), [tmp_path])

    assert raised.value.arguments["template"] == f"{tmp_path.name}/labels/en.toml"
    assert raised.value.arguments["line"] == 2


def test_labels_that_are_missing_are_a_fault(tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as raised:
        fill(one_article_pack(), [tmp_path])

    assert raised.value.arguments["template"] == f"{tmp_path.name}/labels/id.toml"


@pytest.mark.parametrize("state", ["kept", "broken", "no folder"])
def test_compiled_templates_of_earlier_runs_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    kept = tmp_path / "kept"
    monkeypatch.setattr("briefing.rendering.fill.user_cache_path", lambda *_, **__: kept)
    pack = one_article_pack()
    first = fill(pack, folders(""))
    files = list(kept.iterdir())
    assert files
    if state == "broken":
        for file in files:
            file.write_bytes(file.read_bytes()[:-40])
    if state == "no folder":
        shutil.rmtree(kept)
        kept.write_bytes(b"")
    assert fill(pack, folders("")) == first


def test_a_pack_in_which_nobody_speaks_says_so_in_place_of_a_table() -> None:
    words = printed(replace(one_article_pack(), people=()))
    assert "Paket ini tidak memuat penutur." in words
    assert "This pack holds no speakers." in words
    assert "Jabatan dan lembaga" not in words
