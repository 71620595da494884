"""Nothing in the text of an article, of a correction file or of a label is run, and no file or address that they name is opened."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

BAIT = "umpan-4711"
PAYLOADS = (
    f"{{{{ ''.__class__.__mro__[1].__subclasses__() }}}} {{% include '{BAIT}' %}} {{{{ cycler.__init__.__globals__.os.system('touch {BAIT}') }}}}",
    f'<img src="file:///{BAIT}.png"/> <img src="https://{BAIT}.invalid/a.png"/> <link rel="stylesheet" href="https://{BAIT}.invalid/a.css"/>',
    f'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///{BAIT}">]> &b; <?xml-stylesheet href="{BAIT}"?> <xi:include href="{BAIT}"/>',
    f"$(touch {BAIT}) `touch {BAIT}` ; touch {BAIT} | touch {BAIT} && __import__('os').system('touch {BAIT}') <% {BAIT} %> ${{jndi:ldap://{BAIT}.invalid}}",
    f'<para><a href="javascript:{BAIT}()">x</a><font name="{BAIT}">y</font></para> [x](file:///{BAIT}) \\\\{BAIT}\\share =cmd|"/C {BAIT}"!A0',
)
PROGRAM = """
import sys
bait, report, *arguments = sys.argv[1:]
seen = []
def hook(event, values):
    if event.split(".")[0] in {"socket", "subprocess", "ftplib", "smtplib", "webbrowser"} or event in {"os.system", "os.exec", "os.posix_spawn"}:
        seen.append(event)
    elif event in {"open", "os.listdir", "os.scandir", "os.remove", "os.rename", "import", "compile", "exec", "urllib.Request"} and bait in repr(values[:2]):
        seen.append(event + " " + repr(values)[:200])
sys.addaudithook(hook)
sys.argv = ["briefing", *arguments]
import runpy
try:
    runpy.run_module("briefing", run_name="__main__")
except SystemExit as stopped:
    seen += [] if stopped.code in {0, None} else [f"exit {stopped.code}"]
with open(report, "w", encoding="utf-8") as file:
    file.write(chr(10).join(seen))
"""


def run(folder: Path, *arguments: str) -> str:
    report = folder / "report.txt"
    subprocess.run([sys.executable, "-c", PROGRAM, BAIT, str(report), *arguments], check=True, cwd=folder, capture_output=True)
    return report.read_text(encoding="utf-8")


@pytest.mark.parametrize("payload", PAYLOADS, ids=["template", "picture", "entity", "shell", "markup"])
def test_what_an_article_says_is_only_printed(tmp_path: Path, payload: str) -> None:
    text = f"ASN Wajib Netral dalam Pilkada {payload}\n\n“ASN wajib netral, {payload} itu aturannya,” kata Sekda Kota Contoh Budi Misal, Senin (21/10/2024).\n\n"
    (tmp_path / "a.txt").write_text(text + payload + "\n", encoding="utf-8")
    assert run(tmp_path, "--quiet", "build", "a.txt", "-o", "p.pdf") == ""
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF-")
    correction = tmp_path / "p.koreksi.toml"
    written = correction.read_text(encoding="utf-8")
    title = json.dumps(f"Judul {BAIT} {{{{ 7*7 }}}} {payload}", ensure_ascii=False)
    correction.write_text(re.sub(r"^title = .*$", lambda _: f"title = {title}", written, count=1, flags=re.MULTILINE), encoding="utf-8")
    assert title in correction.read_text(encoding="utf-8")
    assert run(tmp_path, "--quiet", "build", "p.koreksi.toml") == ""
    assert not list(tmp_path.glob(f"*{BAIT}*"))
