"""A local model as a program that reads sentences, one a line, and answers with as many lines: run as a script, and nothing of the house is loaded.

It stands apart because fxtranslate fails with a panic that no caller outlives, and must stay in one thread.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_TOKENS: Final = 512  # of a sentence of the ctranslate2 models, which were trained on no longer ones
BEAM: Final = 2


def main(kind: str, folder: Path) -> None:
    """Answer each line of standard input; an empty line, or one that the model fails at, with an empty one. Failing at all of them is an error."""
    translate = LOADERS[kind](folder)
    faults: list[BaseException] = []
    answered = False
    for line in sys.stdin.buffer:
        said = _answer(translate, line.decode("utf-8").strip(), faults)
        answered = answered or bool(said)
        sys.stdout.buffer.write(" ".join(said.split()).encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()
    if faults and not answered:
        sys.exit(f"{type(faults[0]).__name__}: {faults[0]}")


def _answer(translate: Callable[[str], str], words: str, faults: list[BaseException]) -> str:
    try:
        return translate(words) if words else ""  # fxtranslate invents text for nothing
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of the runtime is no Exception; the caller sees that the line has no answer
        faults.append(error)
        return ""


def firefox(folder: Path) -> Callable[[str], str]:
    """Return what translates with a model of Firefox Translations: model*.bin, *.spm, lex*.bin."""
    import fxtranslate  # noqa: PLC0415 - an extra, which only this engine needs

    model, vocabulary, *shortlist = (found[0].read_bytes() for name in FIREFOX_FILES if (found := sorted(folder.glob(name))))
    translator = fxtranslate.Translator(model, vocabulary, vocabulary, *shortlist)
    return lambda words: str(translator.translate(words))


def ctranslate2(folder: Path) -> Callable[[str], str]:
    """Return what translates with a folder of CTranslate2 (model.bin, config.json) that holds source.spm and target.spm."""
    import ctranslate2  # noqa: PLC0415 - likewise
    import sentencepiece  # noqa: PLC0415 - likewise

    source, target = (sentencepiece.SentencePieceProcessor(model_file=str(folder / name)) for name in ("source.spm", "target.spm"))
    model = folder / "model" if (folder / "model").is_dir() else folder
    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    end = [] if config.get("add_source_eos") else ["</s>"]  # without it, models converted by way of transformers lose ends of sentences
    translator = ctranslate2.Translator(str(model), device="cpu", compute_type="int8", inter_threads=1)

    def translate(words: str) -> str:
        pieces = source.encode(words, out_type=str) + end
        (result,) = translator.translate_batch([pieces], beam_size=BEAM, max_input_length=MOST_TOKENS, max_decoding_length=MOST_TOKENS)
        return str(target.decode(result.hypotheses[0]))

    return translate


FIREFOX_FILES: Final = ("model*.bin", "*.spm", "lex*.bin")
LOADERS: Final[Mapping[str, Callable[[Path], Callable[[str], Any]]]] = {"firefox": firefox, "ctranslate2": ctranslate2}

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
