"""Print what the program costs on this machine: `python tests/bench/bench.py`.

Building is measured in processes of its own, in CPU time and relative to importing the libraries that it cannot do without; reading and finding
inside this process, an article at a time, and again on articles made longer.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.files import shipped
from briefing.finding.citations import find_citations
from briefing.finding.find import find
from briefing.reading.read import read, texts

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 5
LENGTHS = (1, 2, 4, 8, 16)
CITED = "Pasal 71 ayat (1) UU Nomor 10 Tahun 2016, PP 94/2021 Pasal 5 huruf n, UU ASN, SKB lima menteri, Putusan MK Nomor 136/PUU-XXII/2024. "
CITING = "Panitia menjelaskan aturan itu kepada seluruh camat dan kepala desa di balai kota pada Senin siang. " * 20 + CITED * 4
IMPORTS = "import reportlab.platypus, jinja2, pypdf"


def main() -> None:
    """Print the figures, one a line."""
    seeds = [path.read_bytes() for path in sorted(shipped("seeds").glob("*.txt"))]
    imports = median_cpu(["-c", IMPORTS])
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "paket.pdf")
        build = median_cpu(["-m", "briefing", "build", "--demo", "--quiet", "-o", str(target)])
        show("size of the pack", target.stat().st_size / 1000, "kB")
    show(f"CPU of `{IMPORTS}`", imports, "s")
    show("CPU of `briefing build --demo`", build, "s")
    show("build in units of the imports", build / imports, "times")
    show("CPU of `briefing --help`", median_cpu(["-m", "briefing", "--help"]), "s")
    for seed in seeds:
        read_and_find(seed)
    show("reading and finding, the mean of the seeds", statistics.mean(map(milliseconds, seeds)), "ms an article")
    show("citations of an article with twenty of them", least(lambda _: find_citations(CITING, date(2024, 1, 1))), "ms")
    for times in LENGTHS:
        longer = [b"\n".join(varied(seed, number) for number in range(times)) for seed in seeds]
        show(f"{times} bodies in one article, a sentence more a paragraph", statistics.mean(map(milliseconds, longer)) / times, "ms a body")


def median_cpu(arguments: list[str]) -> float:
    """Return the median CPU seconds, user and system, of Python run with `arguments`."""
    return statistics.median(cpu(arguments) for _ in range(RUNS))


def cpu(arguments: list[str]) -> float:
    """Return the CPU seconds of one run."""
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as an installed program runs
    before = os.times()
    subprocess.run([sys.executable, *arguments], env=compiled, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def milliseconds(data: bytes) -> float:
    """Return the least CPU milliseconds of several runs of reading and finding, each of other paragraphs, as those read last are kept."""
    return least(lambda run: read_and_find(data.replace(b".\n", b" pada hari ke-%d.\n" % run)))


def least(work: Callable[[int], object]) -> float:
    """Return the least CPU milliseconds of several runs, which are told their numbers."""
    times = []
    for run in range(RUNS):
        start = time.process_time()
        work(run)
        times.append(time.process_time() - start)
    return 1000 * min(times)


def varied(data: bytes, number: int) -> bytes:
    """Return an article whose paragraphs no other number gives, since a repeated body counts once."""
    return b"\n".join(line + b" Hal itu disampaikan pada hari ke-%d." % number if line.strip() else line for line in data.split(b"\n"))


def read_and_find(data: bytes) -> None:
    """Do what a build does with one article before it chooses."""
    find(read(*texts(data, "artikel.txt")))


def show(what: str, value: float, unit: str) -> None:
    """Print one figure."""
    sys.stdout.write(f"{what:<60}{value:10.2f} {unit}\n")


if __name__ == "__main__":
    main()
