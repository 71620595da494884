from __future__ import annotations

import pytest

from briefing.lexicon.load import table
from briefing.lexicon.modality import phrasebook
from briefing.lexicon.phrasebook import Hit, Phrasebook, tokens

BOOK = Phrasebook(
    {
        "side": ["memihak", "berat sebelah"],
        "neutral": ["netral*"],
        "urge": ["mengajak _ memilih"],
        "support": ["+dukung calon"],
        "never": ["tidak usah", "tni/polri"],
        "leave": ["mundur|keluar dulu dari|sebagai partai"],
    }
)


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("jangan Memihak", [Hit("side", 1, 2)]),
        ("berat sebelahnya", [Hit("side", 0, 2)]),
        ("berat, sebelah", []),
        ("ketidaknetralan netralitasnya", [Hit("neutral", 1, 2)]),
        ("mengajak ibu dan bapak memilih", [Hit("urge", 0, 5)]),
        ("mengajak satu dua tiga empat memilih", []),
        ("mengajak ibu, memilih", []),
        ("mengajak", []),
        ("didukung calon", [Hit("support", 0, 2)]),
        ("ngedukung calonnya", [Hit("support", 0, 2)]),
        ("ndak usah", [Hit("never", 0, 2)]),
        ("TNI/Polri", [Hit("never", 0, 2)]),
        ("keluar dulu sebagai partai", [Hit("leave", 0, 4)]),
        ("mundur keluar dulu dari", []),
    ],
)
def test_phrases_are_found_with_stems_clitics_and_gaps(text: str, hits: list[Hit]) -> None:
    assert BOOK.hits(tokens(text).words) == hits


def test_spoken_forms_are_words_of_their_own_place() -> None:
    assert tokens("Kagak usah") == (("tidak", "usah"), ((0, 5), (6, 10)))


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in ("concept", "group") for name in table("id/concepts.toml")[kind]])
def test_concepts_and_groups_are_found_in_their_examples(kind: str, name: str) -> None:
    entry = table("id/concepts.toml")[kind][name]
    key = name if kind == "concept" else f"group:{name}"
    for example in entry["examples"]:
        assert key in {name for name, _, _ in phrasebook().hits(tokens(example).words)}, example


@pytest.mark.parametrize("number", range(len(table("id/modality.toml")["operator"])))
def test_operators_are_found_in_their_examples(number: int) -> None:
    for example in table("id/modality.toml")["operator"][number]["examples"]:
        assert f"operator:{number}" in {name for name, _, _ in phrasebook().hits(tokens(example).words)}, example


@pytest.mark.parametrize("entry", table("id/modality.toml")["void"], ids=lambda entry: entry["about"])
def test_what_takes_words_their_force_is_found_in_its_examples(entry: dict[str, list[str]]) -> None:
    for example in entry["examples"]:
        assert f"void:{entry['about']}" in {name for name, _, _ in phrasebook().hits(tokens(example).words)}, example
