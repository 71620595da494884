"""The whole chain: articles in, pages out, whatever stands in the articles."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest

from briefing import intake, pipeline
from briefing.editing.doubts import unprinted
from briefing.editing.review.store import open_correction
from briefing.files import shipped
from briefing.finding.find import find
from briefing.model.office import Office
from briefing.model.outcome import Outcome, exit_code
from briefing.model.problem import BriefingError, ExitCode
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.model.article import Article
    from briefing.model.finding import Findings

ROOT = Path(__file__).parents[1]

HOSTILE = (
    "<b>tebal</b>",
    '<img src="/etc/passwd"/>',
    "{{ 7*7 }}",
    "{% raw %}",
    "&amp; & &lt;",
    "</para>",
    "[<KPU>]",
    "<a href='javascript:alert(1)'>",
    "]]> <!DOCTYPE x>",
)


def build(*paths: Path) -> pipeline.Built:
    outcomes = [outcome for outcome in intake.find_all(intake.sources(paths)) if outcome.findings]
    return pipeline.build(outcomes, open_correction(Path("none.koreksi.toml")), Settings())


def article(words: str) -> str:
    return (
        "Sekda Ingatkan Netralitas Aparatur\n\n"
        f"JAMBI – “Aparatur harus netral, {words} adalah pegangan,” ujar Sekretaris Daerah Kota Jambi Ridwan Hamid, Senin (21/10/2024).\n\n"
        f"Ia menegaskan aparatur dilarang berkampanye, {words}, di media sosial.\n"
    )


def words_of(pdf: bytes) -> str:
    """Return the text layer on one line, words divided at a line end closed again."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).replace("\u00ad\n", "").replace("-\n", "-").split())


@pytest.fixture(scope="module")
def seeds() -> pipeline.Built:
    return build(shipped("seeds"))


def test_the_seeds_become_a_pack(seeds: pipeline.Built) -> None:
    assert 12 <= seeds.pages <= 40
    assert len(seeds.pdf) < 1_000_000


def test_the_pack_is_dated_by_its_newest_article(seeds: pipeline.Built) -> None:
    metadata = pypdf.PdfReader(io.BytesIO(seeds.pdf)).metadata
    dates = [found.article.law_date for outcome in intake.find_all(intake.sources([shipped("seeds")])) if (found := outcome.findings)]

    assert metadata
    assert metadata.creation_date
    assert metadata.creation_date.date() == max(date for date in dates if date)


def test_articles_and_the_pack_travel_inside(seeds: pipeline.Built) -> None:
    attachments = pypdf.PdfReader(io.BytesIO(seeds.pdf)).attachments

    assert sorted(attachments) == [*(f"artikel-{number}.txt" for number in range(1, 6)), "pack.json"]
    content = json.loads(attachments["pack.json"][0])
    assert content["format"] == "briefing.pack"
    assert content["english"].keys() == {"catalogue", "reviewed", "project", "composed", "machine", "gist", "none"}
    assert content["english"]["catalogue"] > content["english"]["project"] > 0
    assert "briefing verify" in words_of(seeds.pdf)
    assert "¶2 " in attachments["artikel-1.txt"][0].decode("utf-8")


def test_the_same_input_gives_the_same_bytes_anywhere(seeds: pipeline.Built, tmp_path: Path) -> None:
    elsewhere = os.environ | {"PYTHONHASHSEED": "12345", "TZ": "Asia/Jayapura", "LC_ALL": "C", "BRIEFING_LANG": "en"}
    subprocess.run(
        [sys.executable, "-m", "briefing", "build", "--demo", "--quiet", "-o", tmp_path / "paket.pdf"], cwd=ROOT, env=elsewhere, check=True
    )

    assert (tmp_path / "paket.pdf").read_bytes() == seeds.pdf


def test_markup_and_template_syntax_are_printed_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(article(" ".join(HOSTILE)), encoding="utf-8")
    printed = words_of(build(path).pdf)

    assert [words for words in HOSTILE if "".join(words.split()) not in "".join(printed.split())] == []  # a line may end at a slash


def test_a_story_in_two_papers_has_one_page_that_names_both(tmp_path: Path) -> None:
    story = article("pedoman kita semua, bersama para camat dan lurah di sebelas kecamatan,")
    (tmp_path / "a.txt").write_text(f"Sumber: Kabar Satu\n\n{story}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Sumber: Kabar Dua\nTanggal: 22/10/2024\n\n{story.replace('Ia menegaskan', 'Dia menegaskan')}", encoding="utf-8")
    built = build(tmp_path)
    printed = words_of(built.pdf)

    assert built.articles == 1
    assert "Juga dimuat di: Kabar Satu." in printed
    assert "Also published by: Kabar Satu." in printed


def test_an_article_without_a_quote_or_a_date_is_built(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hujan di Jambi\n\nHujan turun sepanjang hari di Kota Jambi dan sekitarnya tanpa henti.\n", encoding="utf-8")

    assert build(tmp_path).pages > 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (article("x" * 1_000_000), "word-too-long"),
        (article("pedoman") + "".join(f"Aparatur ke-{n} diharapkan bekerja dengan tekun bagi warga.\n\n" for n in range(80_000)), "text-too-long"),
    ],
)
def test_what_is_no_article_by_its_length_is_refused_at_once(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    start = time.process_time()
    (outcome,) = intake.find_all(intake.sources([tmp_path]))

    assert outcome.error
    assert outcome.error.code == code
    assert time.process_time() - start < 10


def test_a_long_word_and_a_long_text_are_built_in_time(tmp_path: Path) -> None:
    sentences = "".join(f"Aparatur nomor {number} diharapkan bekerja dengan tekun bagi warga kota.\n\n" for number in range(1000))
    (tmp_path / "a.txt").write_text(article("x" * 1999) + sentences, encoding="utf-8")
    start = time.process_time()
    build(tmp_path)

    assert time.process_time() - start < 20


def test_a_fault_of_ours_in_one_article_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(article: Article) -> Findings:
        if article.source.name == "a.txt":
            raise ZeroDivisionError("planted")
        return find(article)

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(article("pedoman"), encoding="utf-8")
    monkeypatch.setattr("briefing.intake.find", fail)
    failed, good = intake.find_all(intake.sources([tmp_path]))

    assert failed.error
    assert (failed.error.code, failed.error.arguments["fault"]) == ("article-fault", "ZeroDivisionError: planted")
    assert good.findings


PRIVATE = ("1571012345678901", "0812-3456-7890", "rina.wati@")


def test_what_is_private_is_masked_in_all_that_is_printed_or_attached_and_told(tmp_path: Path) -> None:
    text = article("hubungi 0812-3456-7890 atau rina.wati@contoh.co.id").replace("Ingatkan", "Ingatkan NIK 1571012345678901")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    built = build(tmp_path)
    attached = [data[0].decode("utf-8") for data in pypdf.PdfReader(io.BytesIO(built.pdf)).attachments.values()]
    printed = words_of(built.pdf)

    assert [(problem.code, problem.arguments["place"]) for problem in built.problems] == [("personal-number", "a.txt ¶1 ¶2")]
    assert [word for word in PRIVATE for place in (printed, *attached) if word in place] == []
    assert "hubungi xxxx-xxxx-xxxx atau xxxxxxxxx@contoh.co.id" in printed
    assert "hubungi xxxx-xxxx-xxxx atau xxxxxxxxx@contoh.co.id" in attached[0]


def test_the_numbers_of_the_office_stand_as_it_wrote_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article("pedoman"), encoding="utf-8")
    outcomes = intake.find_all(intake.sources([tmp_path]))
    office = Office(name="Bawaslu Contoh", lines=("Telepon 0274-123456",), contacts=("WhatsApp 0812-3456-7890",))
    built = pipeline.build(outcomes, open_correction(Path("none.koreksi.toml")), Settings(office=office, profile="bawaslu"))

    assert "0274-123456" in words_of(built.pdf)
    assert "0812-3456-7890" in words_of(built.pdf)


def test_a_masked_quote_is_corrected_by_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article("hubungi 0812-3456-7890 segera,"), encoding="utf-8")
    correction = build(tmp_path).correction.decode("utf-8")
    (tmp_path / "paket.koreksi.toml").write_text(
        correction.replace("shorten = []", 'shorten = ["hubungi 0812-3456-7890 ... segera"]', 1), encoding="utf-8"
    )
    outcomes = intake.find_all(intake.sources([tmp_path / "a.txt"]))
    built = pipeline.build(outcomes, open_correction(tmp_path / "paket.koreksi.toml"), Settings())

    assert "0812-3456-7890" in correction
    assert "[...] hubungi xxxx-xxxx-xxxx segera [...]" in words_of(built.pdf)


def test_a_printed_quote_that_names_a_candidate_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article("bukan pilihan pasangan nomor urut 2,"), encoding="utf-8")
    built = build(tmp_path)

    assert [(problem.code, dict(problem.arguments)) for problem in built.problems] == [
        ("quote-names-candidate", {"place": f"a.txt ¶{number}", "names": "nomor urut 2"}) for number in (1, 2)
    ]
    assert "quote-names-candidate" in built.correction.decode("utf-8")
    assert "pasangan nomor urut 2" in words_of(built.pdf)


def test_characters_that_no_font_has_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(article("aturan").replace("berkampanye", "berkampanye 🙏"), encoding="utf-8")
    (tmp_path / "b.txt").write_text("Hujan 🐘 di Jambi\n\nHujan turun sepanjang hari di Kota Jambi dan sekitarnya tanpa henti.\n", encoding="utf-8")
    told = [problem for problem in build(tmp_path / "a.txt", tmp_path / "b.txt").problems if problem.code.startswith("characters-unprinted")]

    assert [dict(problem.arguments) for problem in told] == [
        {"place": "a.txt ¶2", "characters": "🙏 (U+1F64F)"},
        {"place": "b.txt", "characters": "🐘 (U+1F418)"},
    ]


def test_characters_that_no_font_has_and_no_article_are_told_too() -> None:
    (told,) = unprinted("🐘", [])

    assert (told.code, told.arguments["characters"]) == ("characters-unprinted-elsewhere", "🐘 (U+1F418)")


def failed(code: ExitCode) -> Outcome:
    return Outcome(name="a.txt", error=BriefingError("empty-file", code, file="a.txt"))


def test_the_exit_code_says_what_was_left_out() -> None:
    (good,) = intake.find_all(intake.sources([next(shipped("seeds").glob("000_*"))]))
    unreadable, empty = failed(ExitCode.INPUT_UNREADABLE), failed(ExitCode.NOTHING_FOUND)

    assert exit_code([good]) == ExitCode.OK
    assert exit_code([good, unreadable]) == ExitCode.BUILT_IN_PART
    assert exit_code([unreadable]) == ExitCode.INPUT_UNREADABLE
    assert exit_code([empty]) == exit_code([]) == ExitCode.NOTHING_FOUND
    assert exit_code([unreadable, empty]) == ExitCode.INPUT_UNREADABLE
