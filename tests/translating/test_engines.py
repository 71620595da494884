"""The four kinds of engines, with the real runtimes where they are installed, and servers and programs that answer well, slowly, wrongly or not at all."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing.model.engine import EngineSettings
from briefing.model.problem import BriefingError
from briefing.translating import installed
from briefing.translating.chat import KEY
from briefing.translating.engines import ENGINES, engine_of
from briefing.translating.installed import Installed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOYS = Path(__file__).parents[1] / "data" / "engine"
PAIRS = [tuple(line.split("\t")) for line in (TOYS / "pairs.tsv").read_text(encoding="utf-8").splitlines()]
SENTENCES = [pair[0] for pair in PAIRS]
FIREFOX = pytest.mark.skipif(not find_spec("fxtranslate"), reason="the extra briefing[engine] is not installed")
CTRANSLATE2 = pytest.mark.skipif(
    not (find_spec("ctranslate2") and find_spec("sentencepiece")), reason="the extra briefing[ctranslate2] is not installed"
)
ECHO = "import sys\nfor line in sys.stdin: print('EN ' + line.strip())"


def toy(kind: str, folder: Path | None = None) -> EngineSettings:
    name = {"firefox": "toy-firefox", "ctranslate2": "toy-ct2"}[kind]
    return EngineSettings(kind=kind, folder=folder or TOYS / name, name="Toy 1")


def said(settings: EngineSettings, *sentences: str) -> list[str]:
    engine = engine_of(settings)
    assert engine
    return list(engine.answers(sentences))


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(BriefingError) as error:
        call()
    return error.value.code


def test_there_are_four_kinds_and_none_is_used_unless_set_or_installed() -> None:
    assert list(ENGINES) == ["firefox", "ctranslate2", "command", "openai"]
    assert engine_of(EngineSettings()) is None
    assert engine_of(EngineSettings(kind="none")) is None


@FIREFOX
def test_the_toy_of_firefox_says_all_its_sentences() -> None:
    assert said(toy("firefox"), *SENTENCES) == [pair[1] for pair in PAIRS]


@FIREFOX
def test_nothing_is_invented_for_an_empty_line() -> None:
    assert said(toy("firefox"), "", SENTENCES[0], "   ") == ["", PAIRS[0][1], ""]


@FIREFOX
def test_an_engine_may_be_asked_from_any_thread_and_more_than_once() -> None:
    answers: list[list[str]] = []
    threads = [threading.Thread(target=lambda: answers.append(said(toy("firefox"), SENTENCES[0]))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [[PAIRS[0][1]]] * 2


@FIREFOX
def test_a_panic_of_the_runtime_is_an_error_of_one_engine(tmp_path: Path) -> None:
    folder = shutil.copytree(TOYS / "toy-firefox", tmp_path / "toy")
    (folder / "lex.50.50.iden.s2t.bin").write_bytes(b"\0" * 40)
    assert code_of(lambda: said(toy("firefox", folder), SENTENCES[0])) == "engine-failed"


@FIREFOX
@pytest.mark.parametrize("name", ["vocab.iden.spm", "model.iden.intgemm.alphas.bin"])
@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: data[:500] + bytes([data[500] ^ 1]) + data[501:]])
def test_a_file_that_is_not_as_it_was_installed_is_never_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, spoil: Callable[[bytes], bytes]
) -> None:
    folder = install_toy(tmp_path, monkeypatch)
    assert said(EngineSettings(), SENTENCES[0]) == [PAIRS[0][1]]
    (folder / name).write_bytes(spoil((folder / name).read_bytes()))
    assert code_of(lambda: engine_of(EngineSettings())) == "engine-damaged"


def install_toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the toy, installed as the engine of this user."""
    folder = shutil.copytree(TOYS / "toy-firefox", tmp_path / "engine")
    record = Installed(id="toy", kind="firefox", name="Toy", version="1", origin="here", licence="MIT", files=installed.hashes(folder), verified=True)
    (folder / installed.RECORD).write_bytes(record.as_json())
    monkeypatch.setenv(installed.VARIABLE, str(folder))
    return folder


@FIREFOX
def test_the_installed_engine_is_named_with_version_and_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_toy(tmp_path, monkeypatch)
    engine = engine_of(EngineSettings())
    assert engine
    assert (engine.name, len(engine.fingerprint)) == ("Toy 1", 12)
    assert engine.runtime.startswith("fxtranslate ")


@pytest.mark.parametrize("text", ["{", "[]", '{"files": 3}', "{}", "\x00"])
def test_a_record_that_cannot_be_read_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / installed.RECORD).write_text(text, encoding="utf-8")
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path))
    assert code_of(lambda: engine_of(EngineSettings())) == "engine-damaged"


@CTRANSLATE2
def test_the_toy_of_ctranslate2_says_most_of_its_sentences() -> None:
    answers = said(toy("ctranslate2"), *SENTENCES)
    assert sum(answer == pair[1] for answer, pair in zip(answers, PAIRS, strict=True)) >= 18  # the last digits differ between processors


@CTRANSLATE2
def test_a_model_that_wants_its_end_marked_gets_the_mark(tmp_path: Path) -> None:
    folder = shutil.copytree(TOYS / "toy-ct2", tmp_path / "toy")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config["add_source_eos"] = False
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    assert said(toy("ctranslate2", folder), *SENTENCES) == said(toy("ctranslate2"), *SENTENCES)


@pytest.mark.parametrize(("kind", "package"), [("firefox", "fxtranslate"), ("ctranslate2", "ctranslate2")])
def test_a_missing_runtime_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch, kind: str, package: str) -> None:
    def missing(name: str) -> str:
        from importlib.metadata import PackageNotFoundError

        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    with pytest.raises(BriefingError) as error:
        engine_of(toy(kind))
    assert error.value.code == "engine-runtime"
    assert error.value.arguments["package"] == package


@CTRANSLATE2
def test_a_model_that_fails_at_every_sentence_is_an_error(tmp_path: Path) -> None:
    folder = shutil.copytree(TOYS / "toy-ct2", tmp_path / "toy")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, "add_source_bos": 3}), encoding="utf-8")
    assert code_of(lambda: said(toy("ctranslate2", folder), *SENTENCES[:2])) == "engine-failed"


@FIREFOX
def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    assert code_of(lambda: engine_of(toy("firefox", tmp_path))) == "engine-files"


def command(script: str, timeout: int = 20) -> EngineSettings:
    return EngineSettings(kind="command", command=(sys.executable, "-c", script), timeout=timeout)


def test_any_program_that_answers_line_by_line_translates() -> None:
    assert said(command(ECHO), "Satu", "Dua “é”") == ["EN Satu", "EN Dua “é”"]


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("print('one')", "engine-lines"),
        ("import sys\nfor line in sys.stdin: print('one\\ntwo')", "engine-lines"),
        ("import sys; sys.exit('no model')", "engine-failed"),
    ],
)
def test_a_program_that_answers_wrongly_gives_nothing(script: str, code: str) -> None:
    assert code_of(lambda: said(command(script), "Satu", "Dua")) == code


def test_a_program_that_is_not_there_is_told() -> None:
    assert code_of(lambda: said(EngineSettings(kind="command", command=("no-such-program-here",)), "Satu")) == "engine-program"


@pytest.mark.parametrize(("kind", "key"), [("command", "command"), ("openai", "url")])
def test_settings_that_lack_something_are_told(kind: str, key: str) -> None:
    with pytest.raises(BriefingError) as error:
        engine_of(EngineSettings(kind=kind))
    assert (error.value.code, error.value.arguments["key"]) == ("engine-settings", key)


def test_a_program_that_hangs_is_ended_with_what_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.translating.engines.PER_SENTENCE", 0)
    script = "import subprocess, sys, time\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(30)'])\ntime.sleep(30)"
    begin = time.monotonic()
    assert code_of(lambda: said(command(script, timeout=1), "Satu")) == "engine-hangs"
    assert time.monotonic() - begin < 10


class Server(BaseHTTPRequestHandler):
    """Answers as `mode` says; `seen` are the requests."""

    mode = "well"
    seen: list[dict[str, Any]] = []  # noqa: RUF012 - of the one server at a time

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.seen.append({"path": self.path, "key": self.headers.get("Authorization"), **body})
        sentence = body["messages"][-1]["content"]
        answers = {"well": f"EN {sentence}", "talks": f"Here it is:\n{sentence}"}
        if self.mode == "slowly":
            time.sleep(3)
        if self.mode == "redirect":
            self.send_response(302)
            self.send_header("Location", "http://example.invalid/")
            self.end_headers()
            return
        if self.mode.isdigit():
            self.send_error(int(self.mode))
            return
        content = {"choices": [{"message": {"content": answers.get(self.mode, sentence)}}]}
        data = {"wrongly": b"<html>", "empty": b"{}", "number": b'{"choices": 3}'}.get(self.mode, json.dumps(content).encode())
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            return

    def log_message(self, *_: Any) -> None:
        return


@contextmanager
def served(mode: str) -> Iterator[EngineSettings]:
    Server.mode, Server.seen = mode, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield EngineSettings(kind="openai", url=f"http://127.0.0.1:{server.server_port}/v1", model="kecil", timeout=1)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_server_is_asked_one_sentence_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "rahasia")
    with served("well") as settings:
        assert said(settings, "Satu", "Dua") == ["EN Satu", "EN Dua"]
        assert [seen["messages"][-1]["content"] for seen in Server.seen] == ["Satu", "Dua"]
        assert {(seen["path"], seen["key"], seen["model"], seen["temperature"]) for seen in Server.seen} == {
            ("/v1/chat/completions", "Bearer rahasia", "kecil", 0)
        }


def test_the_key_may_come_from_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY, raising=False)
    with served("well") as settings:
        of_command = EngineSettings(kind="openai", url=settings.url, model="kecil", key_command=(sys.executable, "-c", "print('dari perintah')"))
        said(of_command, "Satu")
        assert Server.seen[0]["key"] == "Bearer dari perintah"


def test_an_answer_of_several_lines_counts_as_none() -> None:
    with served("talks") as settings:
        assert said(settings, "Satu") == [""]


@pytest.mark.parametrize(
    ("mode", "code"),
    [
        ("slowly", "engine-hangs"),
        ("wrongly", "engine-answer"),
        ("empty", "engine-answer"),
        ("number", "engine-answer"),
        ("500", "engine-answer"),
        ("401", "engine-key"),
        ("redirect", "engine-answer"),
    ],
)
def test_a_server_that_answers_slowly_or_wrongly_is_asked_no_more(mode: str, code: str) -> None:
    with served(mode) as settings:
        assert code_of(lambda: said(settings, "Satu", "Dua")) == code
        assert len(Server.seen) == 1


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert code_of(lambda: said(EngineSettings(kind="openai", url=f"http://127.0.0.1:{port}", model="m"), "Satu")) == "engine-unreachable"


def test_nothing_goes_to_another_computer_without_consent() -> None:
    away = EngineSettings(kind="openai", url="https://api.example.invalid/v1", model="m", consent="other.example.invalid")
    assert code_of(lambda: said(away, "Satu")) == "engine-consent"


def test_a_build_without_engine_loads_no_network() -> None:
    script = "import sys, briefing.pipeline; print({'http.client', 'ssl', 'urllib.request'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"
