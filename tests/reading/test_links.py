"""Links among the sources: lists of them, and the files that their pages are kept in."""

from __future__ import annotations

import codecs
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError
from briefing.reading.links import is_link, keep, kept, listed
from briefing.reading.read import read, texts
from briefing.reading.sources import gather
from briefing.reading.web import Page, fetch
from tests.reading.servers import failed, network, page, serving

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2024, 10, 24)
LINK = "https://www.contoh.id/2024/rapat-ditunda"
ARTICLE = (
    "<!DOCTYPE html><html><head><title>Rapat Netralitas Ditunda - Kabar</title></head><body><h1>Rapat Netralitas Ditunda</h1>"
    + "<p>JAMBI – “Aparatur harus netral,” ujar Sekda Kota Jambi Ridwan Hamid di kantornya, Senin (21/10/2024), di depan para camat.</p>" * 4
    + "</body></html>"
).encode()


def given(data: bytes = ARTICLE, suffix: str = ".html", address: str = LINK) -> Page:
    return Page(address=address, suffix=suffix, data=data)


def test_a_link_begins_with_its_scheme() -> None:
    assert [word for word in ("https://a.id", "HTTP://a.id", "file:///etc", "ftp://a") if not is_link(word)] == []
    assert [word for word in ("a.txt", "C:\\a", "C:/a", "-", "a/https://b", "www.a.id") if is_link(word)] == []


def test_a_list_has_a_link_a_line(tmp_path: Path) -> None:
    file = tmp_path / "tautan.txt"
    file.write_bytes(codecs.BOM_UTF16_LE + f"# berita\r\n\r\n  {LINK} \r\nbukan tautan\r\nhttps://b.id/x\r\n".encode("utf-16-le"))
    found = list(listed(file))
    bad = found[1]

    assert (found[0], found[2]) == (LINK, "https://b.id/x")
    assert isinstance(bad, Outcome)
    assert bad.error
    assert (bad.error.code, bad.error.arguments["line"], bad.error.arguments["printed"]) == ("link-line", 4, "bukan tautan")


@pytest.mark.parametrize(("content", "code"), [(None, "missing-file"), (b"", "empty-file"), (b"\0\1\2\3" * 40, "not-text")])
def test_a_list_that_cannot_be_read_is_a_fault_of_its_own(tmp_path: Path, content: bytes | None, code: str) -> None:
    file = tmp_path / "tautan.txt"
    if content is not None:
        file.write_bytes(content)
    (found,) = listed(file)

    assert isinstance(found, Outcome)
    assert found.error
    assert found.error.code == code


def test_a_page_is_kept_under_server_title_and_day_and_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "paket.tautan"
    assert kept(LINK, folder) is None

    file = keep(LINK, folder, DAY, lambda _link: given())

    assert file.name.startswith("www-contoh-id-rapat-ditunda-2024-10-24-")
    assert file.suffix == ".html"
    assert kept(LINK, folder) == kept(f"{LINK}#komentar", folder) == file
    assert kept(f"{LINK}?hal=2", folder) is None
    assert [source.path for source in gather(folder)] == [file]


@pytest.mark.parametrize(
    "address", ["https://contoh.id/", "https://x.koreksi.id/..%2f..%2fetc", "https://[2606:4700::1]/" + "a-" * 500, "https://con.id/nul"]
)
def test_whatever_the_address_the_file_stands_in_the_folder_and_is_read(tmp_path: Path, address: str) -> None:
    file = keep(address, tmp_path, DAY, lambda _link: given(address=address))

    assert file.parent == tmp_path
    assert len(file.name) < 100
    assert [source.path for source in gather(tmp_path)] == [file]


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_page_that_does_not_say_where_it_is_from_is_told_by_its_file(tmp_path: Path, mark: bytes) -> None:
    file = keep(LINK, tmp_path, DAY, lambda _link: given(mark + ARTICLE))
    article = read(*texts(file.read_bytes(), file.name))

    assert article.url == LINK
    assert article.title == "Rapat Netralitas Ditunda"
    assert file.read_bytes().startswith(mark + b"<!-- saved from url=(0040)https://")


@pytest.mark.parametrize(
    ("data", "suffix"), [(b"%PDF-1.7 x", ".pdf"), (b"Rapat ditunda", ".txt"), (codecs.BOM_UTF16_LE + "<p>x".encode("utf-16-le"), ".html")]
)
def test_other_files_are_kept_as_they_came(tmp_path: Path, data: bytes, suffix: str) -> None:
    file = keep(LINK, tmp_path, DAY, lambda _link: given(data, suffix))

    assert (file.read_bytes(), file.suffix) == (data, suffix)


def test_nothing_is_kept_of_what_failed(tmp_path: Path) -> None:
    folder = tmp_path / "paket.tautan"
    with serving(failed(404)) as server, pytest.raises(BriefingError):
        keep(server.link(), folder, DAY, lambda link: fetch(link, network()))

    assert not folder.exists()


def test_what_is_kept_is_what_the_server_gave(tmp_path: Path) -> None:
    with serving(page(ARTICLE)) as server:
        file = keep(server.link(), tmp_path, DAY, lambda link: fetch(link, network()))

    assert file.read_bytes().partition(b"\n")[2] == ARTICLE
