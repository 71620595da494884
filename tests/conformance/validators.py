"""The validators that packs are held against, each a list of what it finds wrong; a test that asks for one that is not there is skipped."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_cache_path

from briefing.finishing.opened import open_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.finishing.tree import Block

HERE = Path(__file__).parent
LONGEST = 900  # seconds that Maven may take to bring the libraries


@cache
def _verapdf() -> tuple[str, str]:
    """Return java and the class path of the reference validator, brought by Maven on first use."""
    java, javac, maven = shutil.which("java"), shutil.which("javac"), shutil.which("mvn")
    if not (java and javac and maven):
        pytest.skip("the reference validator needs Java 17 and Maven")
    folder = user_cache_path("briefing-tests", appauthor=False) / "verapdf"
    if not (folder / "ConformanceCheck.class").exists():
        folder.mkdir(parents=True, exist_ok=True)
        copy = [maven, "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies", f"-DoutputDirectory={folder / 'lib'}"]
        compile_it = [javac, "-cp", str(folder / "lib" / "*"), "-d", str(folder), str(HERE / "ConformanceCheck.java")]
        for command in (copy, compile_it):
            done = subprocess.run(command, check=False, capture_output=True, timeout=LONGEST)
            if done.returncode:
                pytest.skip("the reference validator cannot be had here: Maven brings it from its package index")
    separator = ";" if shutil.which("cmd") else ":"
    return java, f"{folder / 'lib' / '*'}{separator}{folder}"


def verapdf(files: Sequence[Path]) -> list[str]:
    """Return what the reference validator finds wrong in the files, for PDF/UA-1 and PDF/A-3a."""
    java, classes = _verapdf()
    done = subprocess.run([java, "-cp", classes, "ConformanceCheck", *map(str, files)], check=True, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    assert sum(" checked " in line for line in lines) == 2 * len(files)
    return [line for line in lines if " checked " not in line]


def page_validation(pdf: bytes) -> list[str]:
    """Return the rules that page-validation finds broken, for PDF/UA-1 and PDF/A-3a."""
    page = pytest.importorskip("page", reason="page-validation is not installed (pip install --group conformance)")
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in profiles]
    return [str(failure) for report in reports if not report.is_compliant for failure in report.failures or ["not compliant"]]


def outloud(file: Path) -> list[str]:
    """Return the errors that outloud finds; its warnings are opinions of layout.

    For TAG-002, words that no reader hears, it takes also what a page repeats at its top: the head of a table, the name of a section that goes on.
    Such words pass where they stand in the logical tree as well, in the same order.
    """
    checker = pytest.importorskip("outloud", reason="outloud is not installed (pip install --group conformance)")
    heard = _words(open_pack(file.read_bytes(), file.name).tree.root)
    errors = [found for found in checker.check(str(file)).findings if found.severity == "error"]
    return [f"{found.rule} {found.message}: {found.evidence}" for found in errors if found.rule != "TAG-002" or _once(found.evidence) not in heard]


def _words(block: Block) -> str:
    return " ".join(" ".join(part if isinstance(part, str) else f" {_words(part)} " for part in block.parts).split())


def _once(repeated: str) -> str:
    """Return what a page repeats as it was first read, without "lanjutan" and the mark of what is cut off."""
    return " ".join(re.sub(r", (?:lanjutan|continued)\b", "", repeated).rstrip("…").split())
