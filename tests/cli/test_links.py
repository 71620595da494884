"""Links on the command line: fetched for the one run, kept beside a pack, and one that fails costs no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.web import Page
from tests.reading.test_links import ARTICLE

if TYPE_CHECKING:
    from tests.cli.conftest import Run

GOOD, OTHER, BAD = "https://contoh.id/berita/rapat-ditunda", "https://kabar.id/rapat-lain", "https://contoh.id/hilang"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Stand in for the network; the list receives each link that was fetched."""
    links_asked: list[str] = []

    def fetch(link: str) -> Page:
        links_asked.append(link)
        if link == BAD:
            raise BriefingError("link-status", ExitCode.NETWORK, link=link, status=404)
        return Page(address=link, suffix=".html", data=ARTICLE.replace(b"camat", b"camat" if link == GOOD else b"lurah di Kota Baru"))

    monkeypatch.setattr("briefing.reading.web.fetch", fetch)
    monkeypatch.chdir(tmp_path)
    return links_asked


def test_a_pack_is_built_from_a_link_and_again_without_the_network(run: Run, asked: list[str]) -> None:
    first = run("build", GOOD)
    made = Path("paket.pdf").read_bytes()
    (page,) = Path("paket.tautan").iterdir()
    again = run("build", GOOD)
    corrected = run("build", "paket.koreksi.toml")

    assert [result.exit_code for result in (first, again, corrected)] == [0, 0, 0]
    assert asked == [GOOD]
    assert "Pages fetched: 1, kept in paket.tautan; kept there before: 0" in first.stdout
    assert "Pages fetched: 0, kept in paket.tautan; kept there before: 1" in again.stdout
    assert Path("paket.pdf").read_bytes() == made
    assert f'file = "paket.tautan/{page.name}"' in Path("paket.koreksi.toml").read_text(encoding="utf-8")


def test_a_bad_link_costs_no_other(run: Run, asked: list[str], built: list[object]) -> None:
    Path("tautan.txt").write_text(f"{BAD}\n{OTHER}\nbukan tautan\n{GOOD}\n", encoding="utf-8")
    result = run("build", "@tautan.txt", GOOD)

    assert result.exit_code == ExitCode.BUILT_IN_PART
    assert asked == [BAD, OTHER, GOOD]
    assert f"{BAD}: the server does not give the page (status 404)" in result.stderr
    assert "tautan.txt, line 3: “bukan tautan” is no link" in result.stderr
    assert len(built[0]) == 2  # type: ignore[arg-type]  # the outcomes of the build


def test_links_stand_among_files(run: Run, asked: list[str], built: list[object]) -> None:
    Path("a.html").write_bytes(ARTICLE.replace(b"Senin", b"Selasa (22/10/2024), bukan Senin"))
    result = run("build", OTHER, "a.html", GOOD, "-o", "apel.pdf")

    assert result.exit_code == ExitCode.OK
    names = [outcome.name for outcome in built[0]]  # type: ignore[attr-defined]  # likewise
    assert [name.partition("-20")[0] for name in names] == ["kabar-id-rapat-lain", "a.html", "contoh-id-rapat-ditunda"]
    assert len(list(Path("apel.tautan").iterdir())) == 2


@pytest.mark.parametrize("command", ["find", "show"])
def test_find_and_show_keep_nothing(run: Run, asked: list[str], command: str) -> None:
    result = run(command, GOOD, "--json")

    assert result.exit_code == ExitCode.OK
    assert json.loads(result.stdout)["findings"]["articles"][0]["url"] == GOOD
    assert list(Path().iterdir()) == []


def test_only_a_bad_link_is_a_fault_of_the_network(run: Run, asked: list[str]) -> None:
    result = run("find", BAD)

    assert result.exit_code == ExitCode.NETWORK
    assert "status 404" in result.stderr


def test_a_link_into_this_machine_is_refused(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build", "http://127.0.0.1/x", "file:///etc/passwd")

    assert result.exit_code == ExitCode.INPUT_UNREADABLE
    assert "leads to 127.0.0.1 (127.0.0.1), which is no public server" in result.stderr
    assert "only pages at http and https" in result.stderr
    assert list(Path().iterdir()) == []
