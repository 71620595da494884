"""The guide and the README tell what there is: every command, option and exit code."""

from __future__ import annotations

import gettext
import re
import shlex
import string
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import messages
from briefing.bootstrap import TASKS
from briefing.cli.main import program
from briefing.finding.find import find
from briefing.messages.sentences import SENTENCES
from briefing.messages.words import NOTES
from briefing.model.problem import ExitCode
from briefing.reading.read import read, texts
from tests.cli.conftest import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_guide_names_every_command_and_option() -> None:
    context = click.Context(program)
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command
        assert f"briefing {name} " in GUIDE
        for option in (option for param in command.params for option in param.opts if option.startswith("--")):
            assert option in GUIDE, option


def test_the_guide_tells_what_to_do_about_every_code() -> None:
    assert [code for code in SENTENCES if f"(`{code}`)" not in GUIDE] == []


def test_the_guide_explains_every_note_on_a_citation() -> None:
    messages.use("id")
    told = {row[2]: row[1] for line in GUIDE.splitlines() if (row := re.fullmatch(r"\| (.+) \(`([a-z-]+)`\) \| [^|]+ \|", line))}

    for code in (code for code in NOTES if not code.endswith("-bare")):
        assert re.fullmatch(pattern(gettext.gettext(NOTES[code])), told[code]), code


def test_the_guide_gives_every_sentence_as_the_program_says_it() -> None:
    messages.use("id")
    rows = [re.fullmatch(r"\| (.+) \(`([a-z-]+)`\) \| .+ \| .+ \|", line) for line in GUIDE.splitlines()]
    told = {row[2]: row[1] for row in rows if row}

    assert [code for code, english in SENTENCES.items() if not re.fullmatch(pattern(gettext.gettext(english)), told[code])] == []


def pattern(sentence: str) -> str:
    """Return what matches a sentence with any words in the place of its fields."""
    return "".join(re.escape(words) + (".+" if field else "") for words, field, _, _ in string.Formatter().parse(sentence))


def test_the_guide_has_a_row_for_every_exit_code() -> None:
    rows = [line.split("|")[1].strip() for line in GUIDE.splitlines() if line.startswith("| ")]

    assert [row for row in rows if row.isdigit()] == [str(int(code)) for code in ExitCode]


def test_each_command_of_the_readme_has_its_powershell_form() -> None:
    for arguments in ("build seeds", "test"):
        assert f"`python3 -m briefing.bootstrap {arguments}`" in README
        assert f"`py -3 -m briefing.bootstrap {arguments}`" in README
    assert "test" in TASKS


def test_every_command_line_of_the_documents_can_be_parsed() -> None:
    lines = re.findall(r"^ *(?:\| `)?briefing ([a-z]+ ?[^`\n]*)", README + GUIDE, re.MULTILINE)
    lines = [line for line in lines if "..." not in line and "   " not in line]  # not the synopsis

    assert len(lines) > 15
    for line in lines:
        name, *arguments = shlex.split(line.replace("\\", "/"))
        command = program.get_command(click.Context(program), name)
        assert command
        command.make_context(name, arguments).close()


def article() -> str:
    return next(part for part in README.split("```") if part.startswith("\nJudul: "))


def test_the_article_of_the_readme_has_a_quote_with_its_speaker() -> None:
    found = find(read(*texts(article().encode(), "artikel.txt")))
    quote = next(quote for quote in found.quotes if quote.kind == "direct")
    speaker = found.speaker(quote.speaker)

    assert speaker
    assert (speaker.name, speaker.office) == ("Budi Santoso", "Ketua Bawaslu Kabupaten Contoh")
    assert found.article.problems == found.problems == ()


def test_the_corrections_of_the_readme_are_printed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("artikel.txt").write_text(article(), encoding="utf-8")
    rows = re.findall(r"^\| .+ \| [^|`]*`(\[+[a-z.]+\]+)` \| (`[a-z_]+ = .+`) \|$", README, re.MULTILINE)
    corrections = [(part, line) for part, lines in rows for line in re.findall("`([^`]+)`", lines)]
    approval = [(part, line) for part, line in corrections if line.startswith("approved_")]

    first = run("build", "artikel.txt", "--lang", "id")
    mend([correction for correction in corrections if correction not in approval])
    mended = run("build", "paket.koreksi.toml", "--lang", "id")
    mend(approval)
    approved = run("build", "paket.koreksi.toml", "--lang", "id")

    assert len(approval) == 2
    assert first.stdout in README
    assert [result.exit_code for result in (first, mended, approved)] == [0, 0, 0]
    printed = words(Path("paket.pdf"))
    texts_written = [line.split('"')[1].split(" ... ")[-1] for _, line in corrections if '"' in line and "_on" not in line]
    assert [text for text in texts_written if text not in printed] == []
    assert "berkampanye [...]" in printed
    assert "Budi Santoso" not in printed
    assert "Budi menegaskan" not in printed
    assert "DRAF" not in printed


def mend(corrections: Sequence[tuple[str, str]]) -> None:
    """Write each line in the place of the one with its key, in the first part of that name."""
    path = Path("paket.koreksi.toml")
    text = path.read_text(encoding="utf-8")
    for part, line in corrections:
        before, after = text.split(f"\n{part}\n", 1)
        changed, count = re.subn(rf"^{line.split(' = ')[0]} = .*$", line, after, count=1, flags=re.MULTILINE)
        assert count == 1, line
        text = f"{before}\n{part}\n{changed}"
    path.write_text(text, encoding="utf-8")


def test_the_links_of_the_documents_lead_somewhere() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        text = document.read_text(encoding="utf-8")
        for link in re.findall(r"\]\(([^)]+)\)", text):
            target, _, heading = link.partition("#")
            assert "://" in link or (document.parent / target).exists(), f"{document.name}: {link}"
            assert "://" in link or not heading or heading in anchors(text), f"{document.name}: {link}"


def anchors(text: str) -> set[str]:
    """Return what the headings of a document are called in links, as GitHub makes it of their words."""
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def test_every_picture_of_the_documents_is_small_and_is_shown() -> None:
    shown = {Path(link).name for link in re.findall(r"!\[.+\]\((.+)\)", README + GUIDE)}
    pictures = list((ROOT / "docs" / "img").iterdir())

    assert {picture.name for picture in pictures} == shown
    assert [picture.name for picture in pictures if picture.stat().st_size > 150_000] == []
