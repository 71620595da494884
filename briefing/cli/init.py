"""briefing init: asks for the office, or takes options, and writes briefing.toml and people.toml."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from briefing import files, settings
from briefing.cli.common import Command, FileName, Language, Option, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.messages import LANGUAGES, language_in_use, sentence, word
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.tomlfile import Place

SENDER: Final = ("mail", "from")
NOTHING: Final = "-"  # the answer that takes away what is set
PERSON: Final = {
    "name": '"Siti Aminah"',
    "titles": '"Hj. Siti Aminah, S.H."',
    "office": '"Ketua Bawaslu Kabupaten Contoh"',
    "office_en": '"Chair of the Election Supervisory Body of Contoh Regency"',
    "from": "2023-08-19",
    "until": "2028-08-18",
}


class Setting(Option):
    """An option that is also a question and a key of briefing.toml; its help is all three's words, unless the file has a `comment` of its own.

    `default_value` is what a new file holds, `asked` whether a run without options asks for it.
    """

    def __init__(self, *names: Any, default_value: object = "", asked: bool = True, comment: str = "", **options: Any) -> None:
        super().__init__(*names, **options)
        self.default_value = [] if self.multiple else default_value
        self.asked = asked
        self.comment = comment

    @property
    def place(self) -> Place:
        """The place in briefing.toml: --line is lines, --mail-host is host in [mail]."""
        name = str(self.name)
        return ("mail", name.removeprefix("mail_")) if name.startswith("mail_") else (f"{name}s" if self.multiple else name,)

    def stored(self, value: Any) -> object:
        """Return a value of the option as the file holds it."""
        if isinstance(self.type, FileName):
            return Path(str(value).strip('"')).as_posix() if str(value) else ""  # Explorer copies a path within quotation marks
        if self.name == "languages":
            return str(value).split(",")
        return list(value) if self.multiple else value

    def shown(self, value: Any) -> str:
        """Return a value of the file as an answer says it."""
        return ",".join(value) if isinstance(value, list) else str(value)


@click.command(cls=Command, help="Set up the office: write briefing.toml and people.toml into this folder, or change what is there.")
@click.option("--office", cls=Setting, metavar="NAME", help="Name of the office, as the letterhead prints it")
@click.option("--line", cls=Setting, multiple=True, metavar="TEXT", help="Line of the letterhead below the name, such as the address; at most five")
@click.option("--logo", cls=Setting, type=FileName(), metavar="FILE", help="Logo: name of a PNG or JPEG file, kept in this folder")
@click.option("--city", cls=Setting, metavar="NAME", help="City that stands before the date of a signature")
@click.option("--signatory", cls=Setting, metavar="TEXT", help="Office that signs, such as Sekretaris Daerah or Ketua")
@click.option("--contact", cls=Setting, multiple=True, metavar="TEXT", help="Way to reach the office, such as a telephone number or an address")
@click.option(
    "--profile", cls=Setting, metavar="NAME", help="Profile of the pack: bawaslu, pemkab, or a folder of your own templates; none for the plain one"
)
@click.option(
    "--paper", cls=Setting, type=click.Choice(["A4", "F4"], case_sensitive=False), metavar="A4|F4", default_value="A4", help="Paper: A4 or F4"
)
@click.option("--greyscale/--colour", cls=Setting, default=None, default_value=False, asked=False, help="Print in grey: true or false")
@click.option(
    "--large-print/--normal-print",
    cls=Setting,
    default=None,
    default_value=False,
    asked=False,
    help="Print large, text at 18 points and notes at 16, in one column: true or false",
)
@click.option(
    "--languages",
    cls=Setting,
    type=click.Choice(["id,en", "id"]),
    default_value=["id", "en"],
    help="Languages of the pack: id,en for both, id for Indonesian alone",
    comment='Languages of the pack: ["id", "en"] for both, ["id"] for Indonesian alone',
)
@click.option("--language", cls=Setting, type=Language(LANGUAGES), default_value="id", help="Language of the program: id or en")
@click.option(
    "--folder",
    cls=Setting,
    type=FileName(),
    asked=False,
    metavar="FOLDER",
    help="Folder of people.toml, glossary.toml and law/, where it is not this one",
)
@click.option("--mail-from", cls=Setting, metavar="ADDRESS", help="Mail address that packs are sent from; none for no mail")
@click.option("--mail-host", cls=Setting, metavar="NAME", help="Mail server, such as smtp.contoh.go.id")
@click.option(
    "--mail-port",
    cls=Setting,
    type=click.IntRange(1, 65535),
    metavar="N",
    asked=False,
    default_value=None,
    help="Port of the mail server; none for the usual one",
)
@click.option(
    "--mail-security",
    cls=Setting,
    type=click.Choice(["starttls", "tls", "none"]),
    default_value="starttls",
    asked=False,
    help="Security of the connection",
)
@click.option("--mail-user", cls=Setting, metavar="NAME", help="User name at the mail server; the password is never kept")
@click.option("--mail-reply-to", cls=Setting, metavar="ADDRESS", asked=False, help="Mail address that answers go to, where it is another")
@click.option(
    "--mail-per-minute",
    cls=Setting,
    type=click.IntRange(0),
    metavar="N",
    asked=False,
    default_value=0,
    help="The most letters a minute; 0 for no limit",
)
@click.option("--yes", cls=Option, is_flag=True, help="Ask nothing: take the options, and change a file that is there.")
@common
@click.pass_context
def init(ctx: click.Context, /, *, yes: bool, **given: Any) -> ExitCode:
    """Write the files, or change what is answered and leave the rest."""
    from briefing import tomlfile
    from briefing.tomledit import begun, changed

    speech = ctx.ensure_object(Speech)
    if speech.machine and not yes:
        raise BriefingError("init-needs-yes", ExitCode.USAGE)
    path = Path(settings.FILE).absolute()
    asked = [param for param in ctx.command.params if isinstance(param, Setting)]
    text = tomlfile.read(path).text if path.exists() else begun(_heading(), _begun(asked))
    settings.settings_of(tomlfile.parse(path, text))
    above = settings.find(path.parent)
    if above and not path.exists():
        _tell(
            _("Until now {file} holds in this folder; the new file will take its place here. To go back to it, delete {new}.").format(
                file=above, new=path
            ),
            speech,
        )
    answers = {setting.place: setting.stored(given[str(setting.name)]) for setting in asked if given[str(setting.name)] not in {None, ()}}
    if not yes:
        answers |= _answers(asked, answers, path, text)
    values = tomlfile.parse(path, text)
    new = changed(text, {place: value for place, value in answers.items() if values.value(place) != value})
    office = settings.settings_of(tomlfile.parse(path, new))
    if path.exists() and new == text:
        _tell(_("{file}: nothing was changed.").format(file=path), speech)
    elif not path.exists() or yes or _agreed(_("Change {file}?").format(file=path)):
        _write(path, new, speech)
    people = (office.folder or path.parent) / "people.toml"
    if not people.exists():
        _write(people, _people(), speech)
    return Report(command="init", exit_code=ExitCode.OK, output=path).tell(speech)


def _agreed(question: str) -> bool:
    """Return whether a question is answered with yes, in either language, or with Enter; click's own asks for y or n only."""
    answer = click.prompt(_("{question} [Y/n]").format(question=question), default="y", show_default=False)
    return str(answer).strip().lower().startswith("y")


def _begun(asked: list[Setting]) -> Iterator[tuple[Place, object, str]]:
    """Yield what a new file holds; what depends on another setting (the port) stays out until it is given."""
    for setting in asked:
        value = language_in_use() if setting.name == "language" else setting.default_value
        if value is not None:
            yield setting.place, value, _(setting.comment) if setting.comment else setting.help or ""


def _answers(asked: list[Setting], given: Mapping[Place, object], path: Path, text: str) -> dict[Place, object]:
    """Return what is answered to the questions about what was not given; those about mail only where there is an address to send from."""
    from briefing import tomlfile

    say(_("Enter keeps what stands in [brackets], passes over a question, and ends a list; {nothing} takes away.").format(nothing=NOTHING))
    answers: dict[Place, object] = {}
    held = tomlfile.parse(path, text)
    for setting in asked:
        wanted = setting.asked and setting.place not in given
        has_mail = {**given, **answers}.get(SENDER, held.value(SENDER))
        if wanted and (setting.place[0] != "mail" or setting.place == SENDER or has_mail):
            answers[setting.place] = _asked(setting, held.value(setting.place), path)
    return answers


def _asked(setting: Setting, held: Any, path: Path) -> object:
    if setting.multiple:
        return list(_lines(setting, held or []))
    while True:
        answer = _prompt(setting, setting.help or "", setting.shown(held if held is not None else setting.default_value))
        value = setting.stored(answer)
        fault = _fault(setting.place, value, path)
        if not fault:
            return value
        reason = fault.arguments.get("reason")
        told = _("Not possible. Expected: {reason}.").format(reason=word(str(reason))) if reason else sentence(fault.code, fault.arguments)
        say(told, err=True, fg="red")


def _lines(setting: Setting, held: list[str]) -> Iterator[str]:
    """Yield the answers about a setting of several lines, until one is empty."""
    for number in range(1, len(held) + settings.MOST_LINES + 1):
        default = held[number - 1] if number <= len(held) else ""
        answer = _prompt(setting, _("{question}, line {number}").format(question=setting.help, number=number), default)
        if answer:
            yield str(answer)
        elif not default:
            return


def _prompt(setting: Setting, words: str, default: str) -> Any:
    """Return the answer; an answer of a closed set cannot be taken away."""
    if isinstance(setting.type, click.Choice):
        return click.prompt(words, default=default, type=setting.type, show_choices=False)
    answer = click.prompt(words, default=default, show_default=bool(default))
    return "" if answer == NOTHING else answer


def _fault(place: Place, value: object, path: Path) -> BriefingError | None:
    """Return what is wrong with one answer by itself."""
    from briefing import tomlfile
    from briefing.tomledit import changed

    try:
        settings.settings_of(tomlfile.parse(path, changed("", {place: value})))
    except BriefingError as error:
        return next((fault for fault in error.errors if fault.code != "toml-missing-key"), None)
    return None


def _heading() -> str:
    return _("The settings of this office. Text stands between straight quotation marks; what is empty is not set.")


def _people() -> str:
    """Return the text of a new people.toml: what it is for, and an entry to copy."""
    words = [
        _("The officials of the area. What is here completes the offices of the articles and translates them; the articles are never changed."),
        _("Copy the lines below for each person, and take away the # before them. Only the name must be there."),
        _("from and until are the first and the last day in office, without quotation marks."),
    ]
    lines = [*words, "", "[[person]]", *(f"{key} = {value}" for key, value in PERSON.items())]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _write(path: Path, text: str, speech: Speech) -> None:
    files.write_whole(path, text.encode())
    _tell(_("Written: {file}").format(file=path), speech)


def _tell(words: str, speech: Speech) -> None:
    if not (speech.quiet or speech.machine):
        say(words)
