"""The entry of the command line: `briefing` and `python -m briefing`."""

from __future__ import annotations

import gc
import sys

COLLECT_AFTER = 100_000
"""New objects after which Python looks for unused cycles: hardly any are made here, and looking after every 700 takes a twelfth of a build."""


def main() -> None:
    """Run the command line and end the process with its exit code; Ctrl-C at any moment, before all is loaded too, is answered with a sentence."""
    try:
        _run()
    except KeyboardInterrupt:
        _stop()


def _run() -> None:
    from briefing.cli.main import program  # noqa: PLC0415 - loading takes a moment, in which Ctrl-C may come
    from briefing.cli.terminal import prepare_streams  # noqa: PLC0415

    gc.set_threshold(COLLECT_AFTER)
    prepare_streams()
    program.main(prog_name="briefing")


def _stop() -> None:
    from contextlib import suppress  # noqa: PLC0415

    from briefing import messages  # noqa: PLC0415
    from briefing.model.problem import ExitCode  # noqa: PLC0415

    with suppress(OSError, AttributeError):  # standard error is full, or missing
        sys.stderr.write(messages.stopped(sys.argv[1:]) + "\n")
    sys.exit(ExitCode.INTERRUPTED)


if __name__ == "__main__":
    main()
