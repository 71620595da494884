"""The fixed sentences of the pack: both languages say the same things, and the templates use what is there and nothing else."""

from __future__ import annotations

import re
import string
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from briefing.messages.words import NOTES
from briefing.rendering.profiles import names
from tests.factories import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATES = ROOT / "templates"
# Labels that are looked up by a name which the pack gives (an origin, a disc, a status, a key) or which stands in briefing/rendering/wording.py.
BY_NAME = (
    "tag.",
    "disc.",
    "figures.",
    "facts.",
    "law.status.",
    "rules.",
    "boleh.",
    "continued.",
    "law.",
    "summary.",
    "sources.",
    "whole_pack.",
    "acara.",
    "kontak.",
    "sanksi.",
    "jawaban.verdict.",
    "pengantar.about.",
)


def labels(lang: str, profile: str = "") -> dict[str, Any]:
    return dict(flatten(tomllib.loads((TEMPLATES / profile / "labels" / f"{lang}.toml").read_text(encoding="utf-8"))))


def flatten(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def texts(value: Any) -> Iterator[str]:
    """Yield the texts of a label, of a list of them, and of the rows of a table."""
    if isinstance(value, str):
        yield value
    else:
        for item in value:
            yield from texts(item)


def used() -> set[str]:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "pack").glob("*.xhtml")))
    return set(re.findall(r"(?<!\.)\b(?:id|en|labels)\.([a-z_]+(?:\.[a-z_]+)*)", texts.replace(".format(", "(")))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_labels_in_the_same_order() -> None:
    assert list(labels("id")) == list(labels("en"))


def test_both_languages_fill_in_the_same_fields() -> None:
    english = labels("en")

    assert {name: fields(str(text)) for name, text in labels("id").items()} == {name: fields(str(text)) for name, text in english.items()}


def test_every_label_that_a_template_names_exists() -> None:
    known = set(labels("id"))
    missing = {name for name in used() if name not in known and not any(label.startswith(f"{name}.") for label in known)}

    assert missing == set()


def test_no_label_is_left_over() -> None:
    named = used()
    unused = {label for label in labels("id") if label not in named and not label.startswith(BY_NAME) and not label.endswith(".title")}

    assert unused == set()


def test_every_note_on_a_citation_has_its_label() -> None:
    printed = {name.removeprefix("law.notes.") for name in labels("id") if name.startswith("law.notes.")}

    assert printed == NOTES.keys() - {"not-in-catalogue"}  # which the cell of the status says


@pytest.mark.parametrize("profile", names())
def test_a_profile_changes_labels_that_exist_in_both_languages_alike(profile: str) -> None:
    assert list(labels("id", profile)) == list(labels("en", profile))
    assert set(labels("id", profile)) <= set(labels("id"))


def test_english_is_british_with_ize_and_says_neither_he_nor_she() -> None:
    text = " ".join(str(value) for value in labels("en").values())

    assert re.findall(r"\b(?:he|she|his|her|him|color|center|honor\w*|\w+ise[sd]?|\w+ising)\b", text, re.IGNORECASE) == []


@pytest.mark.parametrize("profile", ["", *names()])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_quotation_marks_and_apostrophes_are_typographic(lang: str, profile: str) -> None:
    assert [text for value in labels(lang, profile).values() for text in texts(value) if set(text) & set("'\"")] == []


def test_a_label_ends_like_its_twin() -> None:
    """A sentence is a sentence in both languages, a heading a heading."""
    english = labels("en")
    unlike = [name for name, text in labels("id").items() if str(text).endswith(".") != str(english[name]).endswith(".")]

    assert unlike == []


def test_templates_hold_no_words_of_their_own() -> None:
    """What is neither a tag, a Jinja block, an entity nor a mark of punctuation belongs into the labels; the ID and EN of a table row do not count."""
    for path in sorted((TEMPLATES / "pack").glob("*.xhtml")):
        text = path.read_text(encoding="utf-8")
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|&#\d+;", " ", text, flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{2,}", bare) == [], path.name
