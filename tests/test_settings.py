"""briefing.toml: where it is found, what it holds, and what is said of its faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing import settings
from briefing.model.office import Mail, Office
from briefing.model.problem import FaultsError

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """
office = "Bawaslu Kabupaten Contoh"
lines = ["Jalan Contoh 1", "Telepon (0000) 000"]
logo = "gambar/logo.png"
city = "Contoh"
signatory = "Ketua"
contacts = ["Posko: lantai 1"]
profile = "Bawaslu"
paper = "f4"
greyscale = true
large_print = true
languages = ["id"]
language = "en"
folder = "data"

[mail]
host = "smtp.contoh.go.id"
security = "tls"
from = "Humas <humas@contoh.go.id>"
"""


@pytest.fixture(autouse=True)
def nobodys_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "briefing.toml").write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path, text: str) -> list[tuple[str, int, str]]:
    with pytest.raises(FaultsError) as caught:
        settings.load(written(folder, text))
    return [(fault.code, int(fault.arguments["line"]), str(fault.arguments.get("nearest", ""))) for fault in caught.value.errors]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == settings.Settings()


def test_everything_that_is_set_is_read(tmp_path: Path) -> None:
    (tmp_path / "gambar").mkdir()
    (tmp_path / "gambar" / "logo.png").write_bytes(b"PNG")
    (tmp_path / "data").mkdir()

    assert settings.load(written(tmp_path, WHOLE)) == settings.Settings(
        file=tmp_path / "briefing.toml",
        office=Office(
            name="Bawaslu Kabupaten Contoh",
            lines=("Jalan Contoh 1", "Telepon (0000) 000"),
            logo=b"PNG",
            logo_name="gambar/logo.png",
            city="Contoh",
            signatory="Ketua",
            contacts=("Posko: lantai 1",),
        ),
        profile="bawaslu",
        paper="F4",
        greyscale=True,
        large_print=True,
        language="en",
        languages=("id",),
        folder=tmp_path / "data",
        mail=Mail(host="smtp.contoh.go.id", sender="Humas <humas@contoh.go.id>", port=465, security="tls"),
    )


def test_an_empty_file_changes_nothing_but_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "briefing.toml"

    assert settings.load(written(tmp_path, "")) == settings.Settings(file=file, folder=tmp_path)


def test_it_is_looked_for_in_the_parents_and_then_in_the_configuration(tmp_path: Path) -> None:
    deep = tmp_path / "kerja" / "artikel"
    deep.mkdir(parents=True)
    written(tmp_path / "config" / "briefing", 'office = "rumah"')
    assert settings.load(deep).office.name == "rumah"

    written(tmp_path / "kerja", 'office = "kerja"')
    assert settings.load(deep).office.name == "kerja"


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("kopsurat", "lines"),
        ("kop-surat", "lines"),
        ("Kertas", "paper"),
        ("bahasa", "language"),
        ("profil", "profile"),
        ("kantor", "office"),
        ("nama", "office"),
        ("logos", "logo"),
        ("large-print", "large_print"),
    ],
)
def test_an_unknown_key_names_the_nearest(tmp_path: Path, key: str, nearest: str) -> None:
    assert faults(tmp_path, f'# x\n{key} = "a"\n') == [("toml-unknown-key", 2, nearest)]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = """lines = ["1", "2", "3", "4", "5", "6"]
logo = "tidak-ada.png"
folder = "tidak-ada"
profile = "kecamatan"
languages = ["en"]
paper = "A5"
sandi = "rahasia"
[mail]
host = "smtp.contoh.id"
port = 70000
reply_to = "humas"
"Kata Sandi" = "rahasia"
"""
    assert [(code, line) for code, line, _ in faults(tmp_path, text)] == [
        ("toml-value", 1),
        ("toml-value", 2),
        ("toml-value", 3),
        ("toml-value", 4),
        ("toml-value", 5),
        ("toml-choice", 6),
        ("toml-password", 7),
        ("toml-missing-key", 8),
        ("toml-value", 10),
        ("toml-value", 11),
        ("toml-password", 12),
    ]


def test_no_message_repeats_a_password(tmp_path: Path) -> None:
    with pytest.raises(FaultsError) as caught:
        settings.load(written(tmp_path, '[mail]\npassword = "rahasia"\n'))
    assert "rahasia" not in str([fault.arguments for fault in caught.value.errors])


@pytest.mark.parametrize(
    "text", ['logo = "gambar\\new.png"', 'logo = "\\u0000"', 'folder = "\\u0000"', 'profile = "a\\u0000"', "mail = 1", "[office]\nname = 'a'"]
)
def test_values_that_no_system_takes_are_faults(tmp_path: Path, text: str) -> None:
    assert [line for _, line, _ in faults(tmp_path, text)] == [1]


def test_the_language_is_known_before_the_file_is_checked(tmp_path: Path) -> None:
    assert settings.language(tmp_path) == ""
    assert settings.language(written(tmp_path, "# ya\nkertas = \n  language = 'en' # Inggris\n")) == "en"
    (tmp_path / "briefing.toml").write_bytes('language = "en"\n'.encode("utf-16"))
    assert settings.language(tmp_path) == ""


def test_an_own_folder_of_templates_is_found_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "templat").mkdir()

    assert settings.load(written(tmp_path, 'profile = "templat"')).profile == str(tmp_path / "templat")


@pytest.mark.parametrize(
    ("host", "faulty"), [("localhost", False), ("127.0.0.1", False), ("::1", False), ("smtp.contoh.go.id", True), ("127.0.0.1.contoh.id", True)]
)
def test_without_encryption_only_to_this_machine(tmp_path: Path, host: str, faulty: bool) -> None:
    (tmp_path / "briefing.toml").write_text(f'[mail]\nfrom = "a@b.id"\nhost = "{host}"\nsecurity = "none"\n', encoding="utf-8")
    if faulty:
        with pytest.raises(FaultsError) as caught:
            settings.load(tmp_path)
        assert caught.value.arguments["reason"] == "expected-encryption"
    else:
        assert settings.load(tmp_path).mail
