"""briefing engine, and what an engine changes in a build."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import ExitCode
from briefing.translating import chat, installed
from briefing.translating.installed import Installed
from tests.cli.conftest import words

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TOYS = Path(__file__).parents[1] / "data" / "engine"
RUNTIMES = {"firefox": ("toy-firefox", ("fxtranslate",)), "ctranslate2": ("toy-ct2", ("ctranslate2", "sentencepiece"))}
FIREFOX = pytest.mark.skipif(not find_spec("fxtranslate"), reason="the extra briefing[engine] is not installed")
ARTICLE = """Judul: Mahkamah Konstitusi menolak permohonan pemohon
Tanggal: 23 Oktober 2024

SLEMAN – Kabupaten Sleman menerima dana desa.

“Setiap orang dilarang membuang limbah ke sungai,” kata Ketua Bawaslu Kabupaten Sleman, Budi Santoso, Senin.

“Keputusan ini dapat diubah sewaktu-waktu,” ujarnya.

Peraturan ini mulai berlaku pada tanggal diundangkan.
"""
LINE = "Everyone is prohibited from dumping waste into rivers"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    Path("artikel.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def settle(text: str) -> None:
    Path("briefing.toml").write_text(f"[engine]\n{text}\n", encoding="utf-8")


def use_toy(kind: str) -> None:
    name, packages = RUNTIMES[kind]
    if not all(map(find_spec, packages)):
        pytest.skip(f"{packages[0]} is not installed")
    settle(f'kind = "{kind}"\nfolder = "{(TOYS / name).as_posix()}"\nname = "Toy 1.0"')


@pytest.mark.parametrize("kind", RUNTIMES)
def test_a_build_prints_what_the_real_runtime_says_marked_and_counted(run: Run, kind: str) -> None:
    use_toy(kind)
    result = run("build", "artikel.txt")
    assert result.exit_code == ExitCode.OK, result.output
    printed = words(Path("paket.pdf"))
    assert LINE in printed
    assert f"“{LINE}" not in printed
    assert "Mesin: Toy 1.0, belum ditinjau" in printed
    assert "Machine: Toy 1.0, not reviewed" in printed
    assert "Holds unreviewed machine translation" in printed
    assert "Engine Toy 1.0, fingerprint " in printed
    assert run("verify", "paket.pdf").exit_code == ExitCode.OK


@FIREFOX
def test_the_pages_stay_the_same_from_what_is_kept_beside_the_pack(run: Run) -> None:
    use_toy("firefox")
    run("build", "artikel.txt")
    first, kept = Path("paket.pdf").read_bytes(), Path("paket.mesin.json").read_bytes()
    run("build", "paket.koreksi.toml")
    assert (Path("paket.pdf").read_bytes(), Path("paket.mesin.json").read_bytes()) == (first, kept)
    assert not Path("memory.csv").exists()


@FIREFOX
def test_a_line_of_the_machine_that_an_officer_signs_is_reviewed_and_remembered(run: Run) -> None:
    use_toy("firefox")
    run("build", "artikel.txt")
    path = Path("paket.koreksi.toml")
    before, entry = path.read_text(encoding="utf-8").split(f'english = "{LINE}', 1)
    signed = entry.replace('english_by = ""', 'english_by = "Siti Aminah"', 1).replace('english_on = ""', "english_on = 2024-10-25", 1)
    assert signed.count("Siti Aminah") == signed.count("2024-10-25") == 1
    path.write_text(f'{before}english = "{LINE}{signed}', encoding="utf-8")
    assert run("build", path).exit_code == ExitCode.OK
    assert f"“{LINE}" in words(Path("paket.pdf"))
    assert "Reviewed: Siti Aminah, 25 October 2024" in words(Path("paket.pdf"))
    assert "reviewed;Siti Aminah;2024-10-25" in Path("memory.csv").read_text(encoding="utf-8-sig")


def test_without_an_engine_no_page_speaks_of_one(run: Run) -> None:
    run("build", "artikel.txt")
    printed = words(Path("paket.pdf"))
    assert "Holds unreviewed machine translation" not in printed
    assert "fingerprint" not in printed
    assert not Path("paket.mesin.json").exists()


@pytest.mark.parametrize(
    ("text", "words_of"),
    [
        ('kind = "command"\ncommand = ["no-such-program-here"]', "cannot be started"),
        ('kind = "openai"\nurl = "http://127.0.0.1:1/v1"\nmodel = "m"', "cannot be reached"),
        ('kind = "openai"\nurl = "https://api.example.invalid/v1"\nmodel = "m"', "briefing engine allow"),
        ('kind = "firefox"\nfolder = "."', ""),
        ('kind = "command"', "needs “command”"),
    ],
)
def test_an_engine_that_cannot_work_costs_a_doubt_and_no_pack(run: Run, text: str, words_of: str) -> None:
    settle(text)
    result = run("build", "artikel.txt")
    assert result.exit_code == ExitCode.OK
    assert "Check: " in result.stderr
    assert words_of in result.stderr
    assert "Belum diterjemahkan" in words(Path("paket.pdf"))


@pytest.mark.parametrize(
    "text",
    [
        'kind = "google"',
        'url = "http://example.invalid/v1"',
        'url = "ftp://127.0.0.1"',
        "timeout = 0",
        'key = "sk-1"',
        'command = "mt"',
        "folder = 3",
    ],
)
def test_settings_of_an_engine_that_cannot_be_are_told_with_their_line(run: Run, text: str) -> None:
    settle(text)
    result = run("build", "artikel.txt")
    assert result.exit_code == ExitCode.USAGE
    assert "line 2" in result.stderr


def approve() -> None:
    path = Path("paket.koreksi.toml")
    text = path.read_text(encoding="utf-8")
    for line in ('approved_by = "Siti Aminah"', "approved_on = 2024-10-25"):
        key = line.split(" = ")[0]
        text = "\n".join(line if row.startswith(f"{key} =") else row for row in text.split("\n"))
    path.write_text(text, encoding="utf-8")


def test_a_release_needs_an_approval_and_english_that_somebody_reviewed(run: Run) -> None:
    assert run("build", "artikel.txt", "--release").exit_code == ExitCode.NOT_READY
    assert not Path("paket.pdf").exists()
    run("build", "artikel.txt")
    draft = Path("paket.pdf").read_bytes()
    assert "nobody has approved" in run("build", "paket.koreksi.toml", "--release").stderr
    approve()
    refused = run("build", "paket.koreksi.toml", "--release", "--json")
    error = json.loads(refused.stdout)["error"]
    assert (refused.exit_code, error["code"]) == (ExitCode.NOT_READY, "release-unreviewed")
    assert error["arguments"]["none"] > 0
    assert Path("paket.pdf").read_bytes() == draft
    assert run("build", "paket.koreksi.toml", "--release", "--allow-unreviewed").exit_code == ExitCode.OK
    assert "DRAF" not in words(Path("paket.pdf"))


def test_a_release_in_indonesian_alone_needs_no_english(run: Run) -> None:
    run("build", "artikel.txt", "--languages", "id")
    approve()
    assert run("build", "paket.koreksi.toml", "--release").exit_code == ExitCode.OK


def test_by_itself_it_tells_what_is_in_use(run: Run) -> None:
    assert "briefing engine install" in run("engine").stdout
    use_toy("firefox")
    assert "In use: Toy 1.0 (" in run("engine").stdout


@FIREFOX
def test_files_from_a_stick_are_installed_tried_packed_and_removed(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path / "user" / "engine"))
    refused = run("engine", "install", TOYS / "toy-firefox")
    assert (refused.exit_code, "--trust-unknown" in refused.stderr) == (ExitCode.INPUT_UNREADABLE, True)
    result = run("engine", "install", TOYS / "toy-firefox", "--trust-unknown")
    assert "were not verified" in result.stdout
    assert "of 20 sentences" in result.output
    assert "In use: toy-firefox" in run("engine").stdout
    run("build", "artikel.txt")
    assert "Mesin: toy-firefox" in words(Path("paket.pdf"))
    assert run("engine", "pack", "-o", "engine.zip").exit_code == ExitCode.OK
    assert run("engine", "remove", input="n\n").exit_code == ExitCode.USAGE
    assert run("engine", "remove", "--yes").exit_code == ExitCode.OK
    assert run("engine", "remove", "--yes").exit_code == ExitCode.NOT_READY
    assert run("engine", "install", "engine.zip", "--trust-unknown").exit_code in {ExitCode.OK, ExitCode.NOT_READY}
    assert "In use: " in run("engine").stdout


def test_an_engine_that_was_damaged_is_told_everywhere(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = shutil.copytree(TOYS / "toy-firefox", tmp_path / "engine")
    record = Installed(id="t", kind="firefox", name="T", version="1", origin="", licence="", files={"vocab.iden.spm": "0" * 64}, verified=True)
    (folder / installed.RECORD).write_bytes(record.as_json())
    monkeypatch.setenv(installed.VARIABLE, str(folder))
    if find_spec("fxtranslate"):
        assert "is not as it was installed" in run("build", "artikel.txt").stderr
        assert "is not as it was installed" in run("doctor").stdout
        assert "is not as it was installed" in run("engine").stderr


def test_installing_says_what_comes_and_asks_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run("engine", "install", input="\n")
    assert result.exit_code == ExitCode.USAGE
    for said in ("15 MB", "22 MB", "MPL-2.0", "https://www.mozilla.org/MPL/2.0/", "not reviewed", "never leaves"):
        assert said in result.stdout
    assert "nothing was done" in result.stderr


def test_consent_is_asked_once_and_kept_in_the_settings(run: Run) -> None:
    settle('kind = "openai"\nurl = "https://api.example.invalid/v1"\nmodel = "m"')
    refused = run("engine", "allow", input="n\n")
    assert (refused.exit_code, "names in them" in refused.stdout) == (ExitCode.USAGE, True)
    assert run("engine", "allow", input="y\n").exit_code == ExitCode.OK
    assert 'consent = "api.example.invalid"' in Path("briefing.toml").read_text(encoding="utf-8")
    assert chat.host_of("https://api.example.invalid/v1") == "api.example.invalid"
    assert "Text goes to api.example.invalid" in run("engine").stdout


def test_nothing_can_be_tried_where_nothing_is_installed(run: Run) -> None:
    assert run("engine", "selftest").exit_code == ExitCode.NOT_READY
