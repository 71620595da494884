"""Every interpreter that the project supports builds a pack of the same objects."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import user_cache_path
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

ROOT = Path(__file__).parents[2]
VERSIONS = ("3.11", "3.12", "3.13")
LONGEST = 600  # seconds that the making of an environment may take
READER = re.compile(r"(IndirectObject\(\d+, \d+), \d+")  # pypdf writes of a reference also which reader it belongs to


def python(version: str) -> str:
    """Return an interpreter of a version that can run the program: this one, or that of an environment which is made on first use."""
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        return sys.executable
    found, environment = shutil.which(f"python{version}"), {**os.environ, "PYENV_VERSION": version}  # which pyenv's commands ask for
    if not found or subprocess.run([found, "-c", "import venv"], check=False, capture_output=True, env=environment).returncode:
        pytest.skip(f"Python {version} is not installed")
    folder = user_cache_path("briefing-tests", appauthor=False) / f"python-{version}"
    inside = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    for command in ([found, "-m", "venv", str(folder)], [str(inside), "-m", "pip", "install", "--quiet", str(ROOT)]):
        if subprocess.run(command, check=False, capture_output=True, timeout=LONGEST, env=environment).returncode:
            pytest.skip(f"what the program needs cannot be installed for Python {version}")
    return str(inside)


def built(interpreter: str, file: Path) -> Path:
    subprocess.run([interpreter, "-m", "briefing", "--quiet", "build", "--demo", "-o", str(file)], check=True, cwd=ROOT, capture_output=True)
    return file


def objects(file: Path) -> dict[int, str]:
    """Return each object of a file by its number, streams with what they hold once it is unpacked."""
    reader = PdfReader(file)
    numbers = [number for entries in reader.xref.values() for number in entries]
    return {number: written(reader.get_object(IndirectObject(number, 0, reader))) for number in numbers}


def written(value: object) -> str:
    if not isinstance(value, StreamObject):
        return READER.sub(r"\1", repr(value))
    entries = DictionaryObject({key: entry for key, entry in value.items() if key != "/Length"})
    return f"{written(entries)} {value.get_data()!r}"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """Return the objects that this interpreter writes."""
    return objects(built(sys.executable, tmp_path_factory.mktemp("packs") / "here.pdf"))


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_every_interpreter_builds_the_same_objects(here: dict[int, str], version: str, tmp_path: Path) -> None:
    assert objects(built(python(version), tmp_path / "there.pdf")) == here
