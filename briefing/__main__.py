"""The entry of the command line: `briefing` and `python -m briefing`."""

from __future__ import annotations

from briefing.cli.main import program
from briefing.cli.terminal import speak_any_charset


def main() -> None:
    """Run the command line and end the process with its exit code."""
    speak_any_charset()
    program.main(prog_name="briefing")


if __name__ == "__main__":
    main()
