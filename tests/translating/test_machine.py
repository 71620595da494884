"""The machine's English of a pack."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from briefing.lexicon.load import rows
from briefing.model.pack import Bilingual, Origin, Person, Translation
from briefing.model.problem import BriefingError, ExitCode
from briefing.translating import machine
from briefing.translating.engines import Engine
from briefing.translating.gates import faults
from briefing.translating.memory import fold
from briefing.translating.translate import map_blocks, translate
from tests.translating.mutants import mutants
from tests.translating.test_translate import ENGLISH, RULE, pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.model.pack import Pack

GOOD = {
    RULE: "Civil servants (ASN) are prohibited from taking part in the campaign of a candidate pair.",
    "Netralitas ASN": "Civil-servant neutrality",
}


def engine(answers: Mapping[str, str], asked: list[str] | None = None, fingerprint: str = "f1") -> Engine:
    def answer(sentences: Sequence[str]) -> list[str]:
        if asked is not None:
            asked.extend(sentences)
        return [answers.get(sentence, "") for sentence in sentences]

    return Engine(kind="command", name="Toy 1.0", fingerprint=fingerprint, runtime="r 1", answers=answer)


def english(done: Pack) -> list[tuple[type, Bilingual]]:
    found: list[tuple[type, Bilingual]] = []

    def keep(block: Bilingual, owner: type, field: str) -> Bilingual:
        found.append((owner, block))
        return block

    map_blocks(done, keep)
    return found


def origins(done: Pack) -> dict[str, Origin]:
    return {block.id: block.origin for owner, block in english(done) if block.id in GOOD}


def test_what_no_better_layer_has_is_the_machines_and_says_so() -> None:
    done = machine.fill(translate(pack(), {}), engine(GOOD))
    quote = done.pack.articles[0].quotes[0].text.en
    assert quote == Translation(text=GOOD[RULE], origin=Origin.MACHINE, engine="Toy 1.0", fingerprint="f1")
    assert origins(done.pack) == dict.fromkeys(GOOD, Origin.MACHINE)
    assert done.problems == ()


def test_a_better_layer_stays() -> None:
    done = machine.fill(translate(pack(), {fold(RULE): ENGLISH}), engine(GOOD))
    assert origins(done.pack)[RULE] == Origin.PROJECT


def test_a_line_that_a_gate_stops_falls_to_the_next_layer_and_the_reason_is_kept() -> None:
    wrong = {**GOOD, RULE: "Civil servants (ASN) may take part in the campaign of a candidate pair."}
    done = machine.fill(translate(pack(), {}), engine(wrong))
    assert origins(done.pack)[RULE] in {Origin.NONE, Origin.GIST}
    (problem,) = done.problems
    assert (problem.code, problem.arguments["reason"]) == ("machine-refused", "gate-negation")


def test_no_answer_and_the_indonesian_again_are_not_printed() -> None:
    done = machine.fill(translate(pack(), {}), engine({RULE: RULE, "Netralitas ASN": " "}))
    assert Origin.MACHINE not in origins(done.pack).values()
    assert sorted(str(problem.arguments["reason"]) for problem in done.problems) == ["gate-empty", "gate-untranslated"]


def test_an_engine_that_fails_leaves_the_pack_whole() -> None:
    def fail(sentences: Sequence[str]) -> Iterator[str]:
        yield GOOD.get(sentences[0], "")
        raise BriefingError("engine-hangs", ExitCode.NETWORK, program="p", seconds=1)

    failing = Engine(kind="openai", name="Toy 1.0", fingerprint="f1", runtime="", answers=fail)
    before = translate(pack(), {})
    done = machine.fill(before, failing)
    assert done.problems[0].code == "engine-hangs"
    assert [block.id for _, block in english(done.pack)] == [block.id for _, block in english(before)]
    assert sum(origin == Origin.MACHINE for origin in origins(done.pack).values()) == 1


def test_what_was_kept_is_not_asked_again_unless_engine_or_runtime_are_others() -> None:
    first = machine.fill(translate(pack(), {}), engine(GOOD))
    assert first.kept
    asked: list[str] = []
    again = machine.fill(translate(pack(), {}), engine({}, asked), first.kept)
    assert (asked, again.pack, again.kept) == ([], first.pack, first.kept)
    machine.fill(translate(pack(), {}), engine(GOOD, asked, fingerprint="f2"), first.kept)
    assert set(asked) == set(GOOD)


def test_a_kept_file_that_cannot_be_read_holds_nothing() -> None:
    for kept in (b"{", b"[]", b'{"lines": [3]}', b"\xff"):
        assert origins(machine.fill(translate(pack(), {}), engine(GOOD), kept).pack) == dict.fromkeys(GOOD, Origin.MACHINE)


def test_what_was_kept_goes_through_the_gates_again() -> None:
    first = machine.fill(translate(pack(), {}), engine(GOOD))
    kept = json.loads(first.kept or b"")
    for line in kept["lines"]:
        line["target"] = line["target"].replace("prohibited from", "free to be")
    done = machine.fill(translate(pack(), {}), engine(GOOD), json.dumps(kept).encode())
    assert origins(done.pack)[RULE] != Origin.MACHINE


def test_machine_english_has_no_quotation_marks_and_offices_are_not_the_machines() -> None:
    marked = {RULE: f"“{GOOD[RULE]}”", "Netralitas ASN": '"Neutrality" of civil servants', "Sekretaris Daerah Kabupaten Pati": "Secretary"}
    done = machine.fill(translate(pack(), {}), engine(marked))
    texts = [block.en.text for _, block in english(done.pack) if block.en and block.en.origin == Origin.MACHINE]
    assert texts
    assert not any(mark in text for text in texts for mark in '“”"«»')
    assert all(block.origin != Origin.MACHINE for owner, block in english(done.pack) if owner is Person)


def sentences(words: str) -> list[str]:
    """Return what is asked of the engine for a block of these words."""
    asked: list[str] = []
    with_title = translate(pack_titled(words), {})
    machine.fill(with_title, engine({}, asked))
    return [sentence for sentence in asked if sentence not in GOOD]


def pack_titled(words: str) -> Pack:
    from dataclasses import replace

    first = pack()
    return replace(first, articles=(replace(first.articles[0], title=Bilingual(id=words)),))


def test_whole_sentences_are_asked_one_by_one_and_a_law_is_not_torn() -> None:
    assert sentences("UU No. 17 Thn. 2003 mengatur keuangan. Dr. Budi hadir.") == ["UU No. 17 Thn. 2003 mengatur keuangan.", "Dr. Budi hadir."]


def test_left_out_words_part_what_is_asked() -> None:
    assert sentences("Pegawai harus netral [...] dalam pemilihan.") == ["Pegawai harus netral", "dalam pemilihan."]


def test_a_headline_in_capitals_is_asked_as_a_sentence() -> None:
    assert sentences("PEGAWAI DI PATI HARUS NETRAL KATA KPU") == ["Pegawai di Pati harus netral kata KPU"]


def test_a_long_provision_is_parted_at_its_items() -> None:
    item = " ".join(["pegawai negeri menjaga netralitas"] * 6)
    long = f"Pegawai wajib: a. {item}; b. {item}; dan c. {item}."
    assert max(len(sentence.split()) for sentence in sentences(long)) <= machine.LONGEST


def test_personal_numbers_are_masked_before_anything_is_asked() -> None:
    assert sentences("Hubungi Budi di 0812-3456-7890 segera.") == ["Hubungi Budi di xxxx-xxxx-xxxx segera."]


def test_a_sentence_that_fails_whole_is_tried_by_its_clauses() -> None:
    whole = "Semua pegawai wajib menjaga netralitas, dan tidak boleh ikut berkampanye"
    answers = {
        whole: "All employees must stay neutral, and may join campaigns",
        "Semua pegawai wajib menjaga netralitas,": "All employees must stay neutral.",
        "dan tidak boleh ikut berkampanye": "and may not join any campaign",
    }
    done = machine.fill(translate(pack_titled(whole), {}), engine(answers))
    assert done.pack.articles[0].title.en
    assert done.pack.articles[0].title.en.text == "All employees must stay neutral, and may not join any campaign"


def test_of_five_hundred_wrong_lines_none_reaches_a_page() -> None:
    names = ("Jumani",)
    lines = [(row["source"], row["target"]) for row in rows("en/memory.csv") if not faults(row["source"], row["target"], names)]
    short = [line for line in lines if len(machine._sentences(line[0])) == 1 and len(line[0].split()) <= machine.LONGEST]
    for _, indonesian, wrong in islice(mutants(short, names, seed=1), 500):
        ((asked, _),) = machine._sentences(indonesian)
        answers = machine._Answers(engine({asked: wrong}), b"")
        answers.ask([asked])
        assert machine._joined(answers, [(asked, " ")], names)[0] == "", (indonesian, wrong)
