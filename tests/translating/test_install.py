"""Installing an engine from a server on this machine that breaks off, goes on, lies or is right, and from files without any."""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from briefing.model.problem import BriefingError, ExitCode
from briefing.translating import download, install, installed
from briefing.translating.models import Model, ModelFile, models

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTENT = {"model.bin": bytes(range(256)) * 900, "vocab.spm": b"vocabulary " * 300}
PACKED = {name: gzip.compress(content, mtime=0) for name, content in CONTENT.items()}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path / "user" / "engine"))
    return tmp_path / "user" / "engine"


class Server(BaseHTTPRequestHandler):
    """Gives the packed files: `cut` breaks off after so many bytes, `spoil` changes one, `status` refuses; `ranges` are those asked for."""

    cut = 0
    spoil = False
    status = 0
    plain = False
    knows_ranges = True
    ranges: list[str] = []  # noqa: RUF012 - of the one server at a time

    def do_GET(self) -> None:
        if self.status:
            self.send_error(self.status)
            return
        name = self.path.rpartition("/")[2]
        data = CONTENT[name.removesuffix(".gz")] if self.plain else PACKED[name.removesuffix(".gz")]
        data = data[:50] + bytes([data[50] ^ 1]) + data[51:] if self.spoil else data
        asked = self.headers.get("Range", "")
        self.ranges.append(asked)
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and self.knows_ranges else 0
        if start >= len(data):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        self.wfile.write(data[start : start + self.cut] if self.cut else data[start:])
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        return


@contextmanager
def served(**modes: Any) -> Iterator[Model]:
    for name, value in {"cut": 0, "spoil": False, "status": 0, "plain": False, "knows_ranges": True, "ranges": [], **modes}.items():
        setattr(Server, name, value)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield model(f"http://127.0.0.1:{server.server_port}/{{name}}.gz")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def model(*urls: str) -> Model:
    return Model(
        id="toy",
        kind="firefox",
        name="Toy",
        version="1",
        licence="MIT",
        licence_url="https://example.invalid",
        files=tuple(
            ModelFile(
                name=name,
                size=len(content),
                sha256=hashlib.sha256(content).hexdigest(),
                urls=tuple(url.format(name=name) for url in urls),
                packed_size=len(PACKED[name]),
                packed_sha256=hashlib.sha256(PACKED[name]).hexdigest(),
            )
            for name, content in CONTENT.items()
        ),
    )


def code_of(error: pytest.ExceptionInfo[BriefingError]) -> str:
    return error.value.code


def held(place: Path) -> dict[str, bytes]:
    return {name: (place / name).read_bytes() for name in CONTENT}


def test_what_comes_whole_and_right_is_put_in_its_place(place: Path) -> None:
    with served() as toy:
        record = install.from_web(toy)
    assert held(place) == CONTENT
    assert installed.read(place) == record
    assert record.verified
    installed.check(place, record)
    assert sorted(path.name for path in place.iterdir()) == ["LICENCE.txt", "engine.json", "model.bin", "vocab.spm"]
    assert [path.name for path in place.parent.iterdir()] == ["engine"]


def test_a_file_that_comes_unpacked_is_taken_too(place: Path) -> None:
    with served(plain=True) as toy:
        install.from_web(toy)
    assert held(place) == CONTENT


def test_a_broken_download_goes_on_where_it_ended(place: Path) -> None:
    with served(cut=700) as toy:
        with pytest.raises(BriefingError) as error:
            install.from_web(toy)
        assert (code_of(error), error.value.exit_code) == ("engine-download", ExitCode.NETWORK)
        assert not place.exists()
        Server.cut = 0
        install.from_web(toy)
    assert held(place) == CONTENT
    assert Server.ranges[:2] == ["", "bytes=700-"]


def test_a_server_that_knows_no_ranges_begins_again(place: Path) -> None:
    with served(cut=700, knows_ranges=False) as toy:
        with pytest.raises(BriefingError):
            install.from_web(toy)
        Server.cut = 0
        install.from_web(toy)
    assert held(place) == CONTENT


@pytest.mark.parametrize("had_one", [True, False])
def test_one_wrong_byte_is_no_engine_and_the_old_one_stays(place: Path, had_one: bool) -> None:
    if had_one:
        with served() as toy:
            install.from_web(toy)
    before = held(place) if had_one else None
    other = hashlib.sha256(b"new").hexdigest()
    with served(spoil=True) as toy:
        newer = replace(toy, files=tuple(replace(file, sha256=other) for file in toy.files)) if had_one else toy
        with pytest.raises(BriefingError) as error:
            install.from_web(newer)
    assert code_of(error) == "engine-hash"
    assert (held(place) if place.exists() else None) == before
    assert not list(place.parent.rglob("*.part"))


def test_the_next_address_is_asked_where_one_fails(place: Path) -> None:
    with served() as toy:
        own = toy.files[0].urls[0].rpartition("/")[0]
        two = model("http://127.0.0.1:1/{name}.gz", own + "/{name}.gz")
        install.from_web(two)
        Server.ranges.clear()
        install.remove()
        install.from_web(model("http://127.0.0.1:1/{name}.gz"), mirror=own)
    assert held(place) == CONTENT


@pytest.mark.parametrize("status", [404, 500])
def test_a_server_that_refuses_is_told(place: Path, status: int) -> None:
    with served(status=status) as toy, pytest.raises(BriefingError) as error:
        install.from_web(toy)
    assert code_of(error) == "engine-download"


def test_more_than_was_said_is_not_taken(place: Path) -> None:
    with served() as toy:
        small = replace(toy, files=tuple(replace(file, size=10, packed_size=10) for file in toy.files))
        with pytest.raises(BriefingError) as error:
            install.from_web(small)
    assert code_of(error) == "engine-download"


def test_a_full_disk_is_told_and_nothing_is_lost(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with served() as toy:
        install.from_web(toy)
        before = held(place)

        def full(_file: Any, _block: bytes, path: Path) -> None:
            raise OSError(28, "No space left on device", str(path))

        monkeypatch.setattr(download, "_write", full)
        newer = replace(toy, files=tuple(replace(file, sha256="0" * 64) for file in toy.files))
        with pytest.raises(BriefingError) as error:
            install.from_web(newer)
    assert code_of(error) == "disk-full"
    assert held(place) == before


def folder_of(path: Path, names: dict[str, bytes]) -> Path:
    path.mkdir(parents=True)
    for name, content in names.items():
        (path / name).write_bytes(content)
    return path


def zip_of(path: Path, names: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in names.items():
            packed.writestr(name, content)
    return path


def test_files_are_known_by_their_hashes_whatever_they_are_called(place: Path, tmp_path: Path) -> None:
    strange = {"a": CONTENT["model.bin"], "b.gz": PACKED["vocab.spm"], "notes.txt": b"x"}
    record = install.from_files(folder_of(tmp_path / "usb", strange), [model()])
    assert held(place) == CONTENT
    assert record.verified


def test_no_path_in_a_zip_is_followed(place: Path, tmp_path: Path) -> None:
    install.from_files(zip_of(tmp_path / "e.zip", {"../../x/model.bin": CONTENT["model.bin"], "C:\\y\\vocab.spm": CONTENT["vocab.spm"]}), [model()])
    assert held(place) == CONTENT
    assert sorted(path.name for path in tmp_path.iterdir()) == ["e.zip", "user"]


def test_a_missing_file_is_named(place: Path, tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as error:
        install.from_files(folder_of(tmp_path / "usb", {"a": CONTENT["model.bin"]}), [model()])
    assert (code_of(error), error.value.arguments["name"]) == ("engine-missing-file", "vocab.spm")


def test_unknown_files_are_taken_only_when_trusted_and_said_to_be_unverified(place: Path, tmp_path: Path) -> None:
    other = folder_of(tmp_path / "usb", {"model.x.bin": b"other", "v.spm": b"other"})
    with pytest.raises(BriefingError) as error:
        install.from_files(other, [model()])
    assert code_of(error) == "engine-unknown"
    record = install.from_files(other, [model()], trust=True)
    assert not record.verified
    assert json.loads((place / "engine.json").read_text(encoding="utf-8"))["files"] == {
        name: hashlib.sha256(b"other").hexdigest() for name in ("model.x.bin", "v.spm")
    }


def test_a_zip_that_is_none_is_told(place: Path, tmp_path: Path) -> None:
    (tmp_path / "e.zip").write_bytes(b"PK\x03\x04 no")
    with pytest.raises(BriefingError) as error:
        install.from_files(tmp_path / "e.zip", [model()])
    assert code_of(error) == "engine-zip"


def test_a_packed_engine_installs_elsewhere(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with served() as toy:
        record = install.from_web(toy)
    wheel = folder_of(tmp_path / "wheels", {"fx-1.whl": b"wheel"}) / "fx-1.whl"
    assert install.pack(tmp_path / "engine.zip", [wheel]) == 5
    assert "wheels/fx-1.whl" in zipfile.ZipFile(tmp_path / "engine.zip").namelist()
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path / "other" / "engine"))
    assert install.from_files(tmp_path / "engine.zip", [model()]).fingerprint == record.fingerprint


def test_nothing_is_packed_where_nothing_is_installed(place: Path, tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as error:
        install.pack(tmp_path / "engine.zip")
    assert code_of(error) == "engine-none"
    assert not install.remove()


def test_the_models_of_the_catalogue_say_all_that_is_asked_before_they_come() -> None:
    for known in models().values():
        assert known.licence_url.startswith("https://")
        for file in known.files:
            assert file.urls
            assert all(url.startswith("https://") for url in file.urls)
            assert len(file.sha256) in {0, 64}
    assert all(file.sha256 and file.packed_sha256 for file in models()["firefox"].files)
