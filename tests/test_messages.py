"""Every word people read stands in both languages, and every code has its sentence."""

from __future__ import annotations

import ast
import gettext
import io
import re
import string
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from briefing import messages
from briefing.cli.main import program
from briefing.messages.comments import COMMENTS
from briefing.messages.sentences import SENTENCES
from briefing.messages.words import NOTES, WORDS
from briefing.model.finding import ResolvedBy, RuleType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from babel.messages import Catalog

PACKAGE = Path(messages.__file__).parents[1]
CATALOGUE = PACKAGE / "messages" / "id" / "LC_MESSAGES" / "briefing.po"


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the forms, singular and plural, of one side of an entry."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def words(catalogue: Catalog) -> set[tuple[str, ...]]:
    return {(*forms(entry.id), *forms(entry.string)) for entry in catalogue if entry.id}


@pytest.fixture(scope="module")
def indonesian() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="id")


def extracted(folder: Path) -> Iterator[str]:
    for _file, _line, found, _comments, _context in extract_from_dir(str(folder)):
        yield found[0] if isinstance(found, tuple) else found


def helps(command: click.Command) -> Iterator[str]:
    """Yield all help of a command, of its options and of the commands below it, its placeholders, and the comments in its file."""
    messages.use("en")
    context = click.Context(command)
    own = [getattr(param, words, None) for param in command.params for words in ("help", "comment")]
    yield from (text for text in (command.help, *own) if text)
    yield from command.collect_usage_pieces(context)
    names = command.list_commands(context) if isinstance(command, click.Group) else []
    for below in (command.get_command(context, name) for name in names if isinstance(command, click.Group)):
        assert below
        yield from helps(below)


def untranslated(catalogue: Catalog, english: Iterator[str]) -> set[str]:
    return {text for text in english if text not in catalogue or not any(forms(catalogue[text].string))}


def test_nothing_of_the_program_is_untranslated(indonesian: Catalog) -> None:
    assert untranslated(indonesian, extracted(PACKAGE)) == set()
    assert untranslated(indonesian, iter([*SENTENCES.values(), *WORDS.values(), *NOTES.values(), *COMMENTS.values()])) == set()
    assert untranslated(indonesian, helps(program)) == set()


def test_nothing_of_click_is_untranslated(indonesian: Catalog) -> None:
    if f"X-Click-Version: {version('click')}\\n" not in CATALOGUE.read_text(encoding="utf-8"):
        pytest.skip("the catalogue was made for another version of click")

    assert untranslated(indonesian, extracted(Path(click.__file__).parent)) == set()


def test_nothing_is_left_of_words_that_are_gone(indonesian: Catalog) -> None:
    if f"X-Click-Version: {version('click')}\\n" not in CATALOGUE.read_text(encoding="utf-8"):
        pytest.skip("the catalogue was made for another version of click")
    used = {
        *extracted(PACKAGE),
        *extracted(Path(click.__file__).parent),
        *SENTENCES.values(),
        *WORDS.values(),
        *NOTES.values(),
        *COMMENTS.values(),
        *helps(program),
        "required",  # click looks it up by a variable, which not every release of Babel takes for words
    }

    assert {forms(entry.id)[0] for entry in indonesian if entry.id} - used == set()


def fields(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_a_translation_fills_the_fields_of_its_sentence(indonesian: Catalog) -> None:
    for english in (*SENTENCES.values(), *WORDS.values(), *NOTES.values()):
        assert fields(str(indonesian[english].string)) == fields(english), english


def test_the_compiled_catalogue_is_current(indonesian: Catalog) -> None:
    """Run `pybabel compile -d briefing/messages -D briefing` when this fails."""
    compiled = read_mo(io.BytesIO(CATALOGUE.with_suffix(".mo").read_bytes()))

    assert words(compiled) == words(indonesian)


def raised() -> Iterator[tuple[str, set[str], str]]:
    """Yield each code that the package raises or records, the arguments that stand beside it, and where."""
    for file in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in calls:
            name = ast.unparse(call.func)
            given = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
            if name == "Problem" and isinstance(code := given.get("code"), ast.Constant):
                held = given.get("arguments", ast.Dict(keys=[], values=[]))
                if isinstance(held, ast.Dict):
                    yield str(code.value), {str(key.value) for key in held.keys if isinstance(key, ast.Constant)}, f"{file.name}:{call.lineno}"
            elif name == "BriefingError" and call.args and isinstance(first := call.args[0], ast.Constant):
                yield str(first.value), set(given), f"{file.name}:{call.lineno}"


def test_every_code_has_a_sentence_and_the_arguments_that_it_names() -> None:
    found = list(raised())

    assert len(found) > 10
    for code, arguments, where in found:
        assert code in SENTENCES or code in NOTES, f"{code} ({where}) has no sentence"
        given = arguments if code in SENTENCES else arguments | {"law", "exception", "as_of"}  # which every note has
        assert fields(SENTENCES.get(code) or NOTES[code]) <= given, f"{code} ({where}) lacks an argument"


def test_every_code_of_a_finding_has_its_word() -> None:
    furniture = tomllib.loads((PACKAGE / "lexicon" / "id" / "furniture.toml").read_text(encoding="utf-8"))
    addressees = tomllib.loads((PACKAGE / "lexicon" / "id" / "rules.toml").read_text(encoding="utf-8"))["addressee"]
    decisions = re.findall(r'"([a-z]+(?:-[a-z]+)+)"', (PACKAGE / "finding" / "attribution.py").read_text(encoding="utf-8"))
    reasons = {str(rule["reason"]) for rules in furniture.values() if isinstance(rules, list) for rule in rules if "reason" in rule}
    for file in PACKAGE.rglob("*.py"):
        words = file.read_text(encoding="utf-8")
        reasons |= set(re.findall(r'drop_all\("([^"]+)"\)', words))
        keywords = (node for node in ast.walk(ast.parse(words)) if isinstance(node, ast.keyword))
        reasons |= {str(node.value.value) for node in keywords if node.arg in {"reason", "how"} and isinstance(node.value, ast.Constant)}

    assert len(reasons) > 10
    assert "not-an-article" in reasons
    assert {*reasons, *addressees, *decisions, *get_args(RuleType), *get_args(Status), *get_args(ResolvedBy)} - WORDS.keys() == set()


def test_every_sentence_has_its_code_somewhere() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py") if file.parent.name != "messages")

    assert [name for name in SENTENCES if f'"{name}"' not in code] == []


def test_a_note_has_a_form_without_the_argument_that_is_empty() -> None:
    messages.use("en")

    assert messages.note("partly-then", {"exception": "Pasal 7"}) == "already repealed on that day, except Pasal 7"
    assert messages.note("partly-then", {"exception": ""}) == "already repealed on that day, except a part"
    assert messages.note("not-in-catalogue", {"as_of": "1 May 2026", "exception": ""}) == "not in the catalogue (as at 1 May 2026)"
    assert messages.note("unheard-of", {"law": ""}) == "unheard-of"


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], "", "id"),
        ([], "en", "en"),
        ([], "fr", "id"),
        (["--lang", "en", "build"], "", "en"),
        (["build", "--lang=en"], "", "en"),
        (["build", "--lang", "id"], "en", "id"),
        (["build", "--lang"], "en", "id"),
    ],
)
def test_the_language_is_that_of_the_option_then_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: str, language: str
) -> None:
    monkeypatch.setenv("BRIEFING_LANG", environment)

    assert messages.language_of(arguments) == language


def test_a_sentence_is_in_the_language_in_use() -> None:
    messages.use("id")
    assert messages.sentence("empty-file", {"file": "a.txt"}).startswith("a.txt: kosong")

    messages.use("en")
    assert messages.sentence("empty-file", {"file": "a.txt"}).startswith("a.txt: is empty")
    assert gettext.gettext("Usage:") == "Usage:"
