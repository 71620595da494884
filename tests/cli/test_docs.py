"""The guide and the README tell what there is: every command, option and exit code."""

from __future__ import annotations

import gettext
import re
import string
from pathlib import Path

from briefing import messages
from briefing.bootstrap import TASKS
from briefing.cli.main import program
from briefing.finding.find import find
from briefing.messages.sentences import SENTENCES
from briefing.model.problem import ExitCode
from briefing.reading.read import read, texts

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_guide_names_every_command_and_option() -> None:
    for name, command in program.commands.items():
        assert f"briefing {name} " in GUIDE
        for option in (option for param in command.params for option in param.opts if option.startswith("--")):
            assert option in GUIDE, option


def test_the_guide_tells_what_to_do_about_every_code() -> None:
    assert [code for code in SENTENCES if f"(`{code}`)" not in GUIDE] == []


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


def test_the_article_of_the_readme_has_a_quote_with_its_speaker() -> None:
    article = next(part for part in README.split("```") if part.startswith("\nJudul: "))
    found = find(read(*texts(article.encode(), "artikel.txt")))
    quote = next(quote for quote in found.quotes if quote.kind == "direct")
    speaker = found.speaker(quote.speaker)

    assert speaker
    assert (speaker.name, speaker.office) == ("Budi Santoso", "Ketua Bawaslu Kabupaten Contoh")
    assert found.article.problems == found.problems == ()


def test_the_links_of_the_documents_lead_somewhere() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for part in document.read_text(encoding="utf-8").split("](")[1:]:
            target = part.split(")")[0]
            assert "://" in target or (document.parent / target).exists(), f"{document.name}: {target}"
