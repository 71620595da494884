"""What only one kind of source needs is loaded with the first of its kind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.files import shipped

CODE = """
import sys
from briefing.cli.main import program
try:
    program(["find", sys.argv[1], "-o", sys.argv[2]])
finally:
    print([name for name in sys.modules if name in sys.argv[3:]])
"""
READERS = (
    "briefing.reading.page",
    "briefing.reading.tree",
    "briefing.reading.web",
    "briefing.reading.docx",
    "briefing.reading.mail",
    "briefing.reading.pdf",
)
LIBRARIES = ("selectolax", "pypdf", "pypdfium2", "http.client", "ssl")


@pytest.mark.parametrize("loaded", [READERS, LIBRARIES], ids=["readers", "libraries"])
def test_text_files_load_what_they_need_alone(loaded: tuple[str, ...], tmp_path: Path) -> None:
    seed = next(shipped("seeds").glob("002*.txt"))
    done = subprocess.run([sys.executable, "-c", CODE, str(seed), str(tmp_path / "x.json"), *loaded], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_what_they_do_not_need_is_found_where_it_is_needed(tmp_path: Path) -> None:
    page = Path(__file__).parents[1] / "data" / "pages" / "blogger.html"
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(page), str(tmp_path / "x.json"), *READERS, *LIBRARIES], capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "['selectolax', 'briefing.reading.tree', 'briefing.reading.page']"
