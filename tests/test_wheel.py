"""The wheel, installed alone in a clean environment, builds the demonstration pack from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_the_wheel_builds_the_demonstration_anywhere(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--quiet"]
    environment, elsewhere = tmp_path / "env", tmp_path / "elsewhere"
    elsewhere.mkdir()
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", tmp_path, ROOT], check=True)
    venv.create(environment, symlinks=os.name != "nt")
    program = environment / ("Scripts" if os.name == "nt" else "bin") / "briefing"
    (wheel,) = tmp_path.glob("briefing-*.whl")
    subprocess.run([*pip, "--python", environment, "install", wheel], check=True)
    subprocess.run([program, "build", "--demo"], cwd=elsewhere, check=True)

    assert (elsewhere / "paket.pdf").read_bytes().startswith(b"%PDF")
