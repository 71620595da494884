"""What only one kind of source needs is loaded with the first of its kind."""

from __future__ import annotations

import subprocess
import sys

from briefing.files import shipped

CODE = """
import sys
from pathlib import Path
from briefing import pipeline
pipeline.find_all(pipeline.sources([Path(sys.argv[1])]))
print([name for name in sys.modules if name.startswith(("selectolax", "briefing.reading.page", "briefing.reading.tree"))])
"""


def test_text_files_load_no_reader_of_web_pages() -> None:
    seed = next(shipped("seeds").glob("002*.txt"))
    done = subprocess.run([sys.executable, "-c", CODE, str(seed)], capture_output=True, check=True, text=True)
    assert "selectolax" not in done.stdout
    assert "briefing.reading" not in done.stdout
