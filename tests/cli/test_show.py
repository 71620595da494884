"""briefing show: what was kept, dropped and found, in characters that a terminal can bear."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.cli.terminal import clean
from briefing.files import shipped
from briefing.model.problem import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ARTICLE = """Sekda Ingatkan Netralitas

JAMBI – “ASN harus netral sesuai Pasal 71 ayat (1) UU Nomor 10 Tahun 2016,” ujar Sekretaris Daerah Kota Jambi Ridwan Hamid, Senin (21/10/2024).

Baca Juga: Harga Cabai Naik

Ia menegaskan ASN dilarang berkampanye di media sosial.
"""


def shown(run: Run, tmp_path: Path, text: str, *arguments: object) -> str:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    result = run("show", tmp_path / "a.txt", *arguments)

    assert result.exit_code == ExitCode.OK
    return result.stdout


def test_it_shows_what_was_kept_dropped_and_found_and_why(run: Run, tmp_path: Path) -> None:
    output = shown(run, tmp_path, ARTICLE)

    assert "Sekda Ingatkan Netralitas   [first line" in output
    assert "– [link to other news] Baca Juga: Harga Cabai Naik" in output
    assert "Ridwan Hamid — Sekretaris Daerah Kota Jambi" in output
    assert (
        "— Ridwan Hamid, Sekretaris Daerah Kota Jambi [direct, ujar, named beside the words, high confidence, “You must stay neutral in elections” (harus … netral)"
        in output
    )
    assert "uu-10-2016 71(1) [number printed" in output
    assert "[prohibition, " in output


def test_it_speaks_indonesian(run: Run, tmp_path: Path) -> None:
    output = shown(run, tmp_path, ARTICLE, "--lang", "id")

    assert "Penutur\n" in output
    assert "[langsung, ujar" in output


def test_it_follows_the_order_of_the_source(run: Run, tmp_path: Path) -> None:
    output = shown(run, tmp_path, ARTICLE)

    assert output.index("¶1 “ASN harus netral") < output.index("Harga Cabai Naik") < output.index("Ia menegaskan")


def test_nothing_in_an_article_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    output = shown(run, tmp_path, ARTICLE.replace("netral", "net\x1b[31mral\u202e\x07"))

    assert not {"\x1b", "\u202e", "\x07"} & set(output)


def test_characters_that_steer_are_shown_by_number() -> None:
    assert clean("a\x1b[2J\u202eb\ud800\r\tc\n\u2028") == "a<U+001B>[2J<U+202E>b<U+D800><U+000D>\tc<U+000A><U+2028>"


def test_there_are_colours_on_a_terminal_only_and_never_with_no_color(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")

    assert "\x1b[" not in run("show", tmp_path / "a.txt").stdout
    assert "\x1b[" in run("show", tmp_path / "a.txt", color=True).stdout
    assert "\x1b[" not in run("show", tmp_path / "a.txt", color=True, env={"NO_COLOR": "1"}).stdout
    assert "\x1b[" not in run("show", tmp_path / "a.txt", color=True, env={"BRIEFING_LANG": "fr", "NO_COLOR": "1"}).stderr


def test_the_report_for_machines_holds_the_findings(run: Run, tmp_path: Path) -> None:
    report = json.loads(shown(run, tmp_path, ARTICLE, "--json"))

    assert report["findings"]["articles"][0]["title"] == "Sekda Ingatkan Netralitas"


def test_it_is_written_as_a_page(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    assert shown(run, tmp_path, ARTICLE, "--html", target) == f"Written: {target} (articles: 1)\n"
    first = target.read_bytes()
    report = json.loads(shown(run, tmp_path, ARTICLE, "--html", target, "--json"))

    assert first.startswith(b"<!DOCTYPE html>")
    assert target.read_bytes() == first
    assert report["output"] == str(target)


def test_a_page_replaces_no_file_of_another_kind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    other = tmp_path / "b.html"
    other.write_text("<!DOCTYPE html>\n<html></html>", encoding="utf-8")
    result = run("show", tmp_path / "a.txt", "--html", other)

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "for example artikel.html" in result.stderr
    assert other.read_text(encoding="utf-8") == "<!DOCTYPE html>\n<html></html>"


def test_no_page_is_written_where_nothing_was_read(run: Run, tmp_path: Path) -> None:
    assert run("show", tmp_path / "tidak-ada.txt", "--html", tmp_path / "a.html").exit_code == ExitCode.INPUT_UNREADABLE
    assert not (tmp_path / "a.html").exists()


def test_every_seed_can_be_shown(run: Run) -> None:
    assert run("show", shipped("seeds")).exit_code == ExitCode.OK


def test_a_missing_file_is_named(run: Run) -> None:
    result = run("show", "tidak-ada.txt")

    assert result.exit_code == ExitCode.INPUT_UNREADABLE
    assert result.stderr.startswith("Error: tidak-ada.txt: there is no such file")
