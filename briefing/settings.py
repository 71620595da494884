"""What the office set in briefing.toml: looked for in the working folder, its parents, then the user's configuration folder."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import SplitResult, urlsplit

from briefing import tomlcheck, tomlfile
from briefing.model.engine import EngineSettings
from briefing.model.office import Mail, Office
from briefing.tomlcheck import LINE, LINES, NUMBER, TABLE, TEXT, YES_NO, Kind, check, choice, sound, unfit
from briefing.tomlfile import CONTROLS, TomlFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.problem import BriefingError

FILE: Final = "briefing.toml"
PROFILES: Final = ("bawaslu", "pemkab")
MOST_LINES: Final = 5
LARGEST_LOGO: Final = 20_000_000  # bytes; of a larger file no more is read than shows that it is

_LANGUAGES: Final = (["id"], ["id", "en"])
_LANGUAGE: Final = re.compile(r"""^\s*language\s*=\s*["'](\w*)["']""", re.MULTILINE)
_ADDRESS: Final = re.compile(r"(?:[^<>@]*<)?[^@\s<>,]+@[^@\s<>,]+")

KEYS: Final = {
    "office": LINE,
    "lines": LINES,
    "logo": TEXT,
    "city": LINE,
    "signatory": LINE,
    "contacts": LINES,
    "profile": TEXT,
    "paper": choice("A4", "F4"),
    "greyscale": YES_NO,
    "large_print": YES_NO,
    "languages": Kind("expected-languages", lambda value: value in _LANGUAGES),
    "language": choice("id", "en"),
    "folder": TEXT,
    "engine": TABLE,
    "mail": TABLE,
}
MAIL_KEYS: Final = {
    "host": LINE,
    "port": Kind("expected-port", lambda value: NUMBER.fits(value) and 0 < value < 65536),
    "security": choice("starttls", "tls", "none"),
    "user": LINE,
    "from": LINE,
    "reply_to": LINE,
    "per_minute": Kind("expected-per-minute", lambda value: NUMBER.fits(value) and value >= 0),
}
ENGINES: Final = ("firefox", "ctranslate2", "command", "openai", "none")
ENGINE_KEYS: Final = {
    "kind": choice(*ENGINES),
    "folder": TEXT,
    "command": LINES,
    "url": Kind("expected-url", lambda value: isinstance(value, str) and _is_safe(value)),
    "model": LINE,
    "key_command": LINES,
    "consent": LINE,
    "name": LINE,
    "mirror": Kind("expected-url", lambda value: isinstance(value, str) and _is_safe(value)),
    "timeout": Kind("expected-seconds", lambda value: NUMBER.fits(value) and 0 < value <= 3600),
}
ENGINE_KNOWN_AS: Final = {
    **dict.fromkeys(("jenis", "type", "engine"), "kind"),
    **dict.fromkeys(("map", "direktori", "path"), "folder"),
    **dict.fromkeys(("perintah", "program"), "command"),
    **dict.fromkeys(("alamat", "server", "host", "base_url"), "url"),
    **dict.fromkeys(("izin", "setuju"), "consent"),
    **dict.fromkeys(("nama",), "name"),
    **dict.fromkeys(("batas_waktu",), "timeout"),
}
KNOWN_AS: Final = {
    **dict.fromkeys(("kantor", "nama", "nama_kantor", "instansi", "name"), "office"),
    **dict.fromkeys(("kop", "kop_surat", "kepala_surat", "baris", "alamat", "letterhead"), "lines"),
    **dict.fromkeys(("lambang", "gambar"), "logo"),
    **dict.fromkeys(("kota", "tempat"), "city"),
    **dict.fromkeys(("penandatangan", "tanda_tangan", "pejabat"), "signatory"),
    **dict.fromkeys(("kontak", "telepon", "saluran"), "contacts"),
    **dict.fromkeys(("profil",), "profile"),
    **dict.fromkeys(("kertas", "ukuran_kertas"), "paper"),
    **dict.fromkeys(("abu_abu", "hitam_putih", "grayscale"), "greyscale"),
    **dict.fromkeys(("huruf_besar", "cetak_besar"), "large_print"),
    **dict.fromkeys(("bahasa", "lang"), "language"),
    **dict.fromkeys(("bahasa_paket",), "languages"),
    **dict.fromkeys(("map", "direktori", "lexicon"), "folder"),
    **dict.fromkeys(("mesin", "penerjemah"), "engine"),
    **dict.fromkeys(("surel", "email", "pos"), "mail"),
}
MAIL_KNOWN_AS: Final = {
    **dict.fromkeys(("server", "smtp", "peladen"), "host"),
    **dict.fromkeys(("keamanan", "enkripsi"), "security"),
    **dict.fromkeys(("pengguna", "username", "akun"), "user"),
    **dict.fromkeys(("dari", "pengirim", "sender"), "from"),
    **dict.fromkeys(("balas_ke", "balasan"), "reply_to"),
    **dict.fromkeys(("per_menit", "batas"), "per_minute"),
}
_SECRETS: Final = frozenset({"password", "passwd", "pass", "sandi", "katasandi", "katakunci", "apikey", "key", "token", "kunci"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a run; the defaults are those of a machine where nothing was set up.

    `file` is the briefing.toml they came from, None for none; `profile` names a folder of templates ("bawaslu", "pemkab", or the path of
    the office's own copy), "" for the plain one. `folder` holds the office's own people.toml, glossary.toml and law/.
    """

    file: Path | None = None
    office: Office = field(default_factory=Office)
    profile: str = ""
    paper: str = "A4"
    greyscale: bool = False
    large_print: bool = False
    language: str | None = None
    languages: tuple[str, ...] = ("id", "en")
    folder: Path | None = None
    engine: EngineSettings = field(default_factory=EngineSettings)
    mail: Mail | None = None


def load(start: Path) -> Settings:
    """Return the settings that hold in the folder `start`; an empty text is a key that is not set.

    Raises:
        BriefingError: the file cannot be read.
        FaultsError: all faults of the file, each with its line.
    """
    file = find(start)
    return settings_of(tomlfile.read(file)) if file else Settings()


def find(start: Path) -> Path | None:
    """Return the briefing.toml that holds in the folder `start`, None where there is none."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if _is_file(folder / FILE):
            return folder / FILE
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed where the file stands with the work

    file = user_config_path("briefing", appauthor=False) / FILE
    return file if _is_file(file) else None


def language(start: Path) -> str:
    """Return the `language` of the program that holds in the folder `start`, "" for none.

    It is needed before anything is said, faults of the file included, so it is taken from the text and nothing else is looked at.
    """
    try:
        file = find(start)
        found = _LANGUAGE.search(file.read_text(encoding="utf-8-sig")) if file else None
    except (OSError, ValueError):
        return ""
    return found[1] if found else ""


def settings_of(file: TomlFile) -> Settings:
    """Return the settings that a file holds; relative paths lead from its folder.

    Raises:
        FaultsError: all its faults.
    """
    base, values = file.path.parent, file.tables
    file.refuse(_faults(file))
    logo, mail = values.get("logo", ""), values.get("mail", {})
    return Settings(
        file=file.path,
        office=Office(
            name=values.get("office", ""),
            lines=tuple(values.get("lines", ())),
            logo=_content(base / logo) if logo else None,
            logo_name=logo,
            city=values.get("city", ""),
            signatory=values.get("signatory", ""),
            contacts=tuple(values.get("contacts", ())),
        ),
        profile=_profile(base, values.get("profile", "")),
        paper=values.get("paper", "A4").upper(),
        greyscale=values.get("greyscale", False),
        large_print=values.get("large_print", False),
        language=values["language"].lower() if "language" in values else None,
        languages=tuple(values.get("languages", ("id", "en"))),
        folder=base / values.get("folder", ""),
        engine=_engine(base, values.get("engine", {})),
        mail=_mail(mail) if mail.get("host") else None,
    )


def _faults(file: TomlFile) -> Iterator[BriefingError]:
    values = sound(file.tables, KEYS)
    mail: dict[str, Any] = values.get("mail", {})
    engine: dict[str, Any] = values.get("engine", {})
    tables = ((), file.tables, KEYS, KNOWN_AS), (("mail",), mail, MAIL_KEYS, MAIL_KNOWN_AS), (("engine",), engine, ENGINE_KEYS, ENGINE_KNOWN_AS)
    for place, table, kinds, known_as in tables:
        secrets = {key for key in table if re.sub(r"[\W_]", "", key.casefold()) in _SECRETS}
        yield from (file.fault("toml-password", *place, key, key=key) for key in secrets)
        yield from check(file, place, {key: value for key, value in table.items() if key not in secrets}, kinds, known_as=known_as)
    yield from _office_faults(file, values)
    yield from _mail_faults(file, sound(mail, MAIL_KEYS))


def _office_faults(file: TomlFile, values: dict[str, Any]) -> Iterator[BriefingError]:
    """Yield the faults of values that are of their kind: `values`."""
    base, logo = file.path.parent, values.get("logo", "")
    if len(values.get("lines", ())) > MOST_LINES:
        yield unfit(file, ("lines",), "expected-five-lines")
    if CONTROLS.search(logo):
        yield file.fault("toml-backslash", "logo", text=tomlfile.shown(ascii(logo)))
    elif logo and _content(base / logo) is None:
        yield unfit(file, ("logo",), "expected-file")
    if not _is_folder(base / values.get("folder", "")):
        yield unfit(file, ("folder",), "expected-folder")
    profile = values.get("profile", "")
    if profile.lower() not in {"", *PROFILES} and not _is_folder(base / profile):
        yield unfit(file, ("profile",), "expected-profile")


def _mail_faults(file: TomlFile, values: dict[str, Any]) -> Iterator[BriefingError]:
    for key in ("from", "reply_to"):
        if values.get(key) and not _ADDRESS.fullmatch(values[key].removesuffix(">")):
            yield unfit(file, ("mail", key), "expected-address")
    if values.get("host") and values.get("security", "").lower() == "none" and not is_loopback(values["host"]):
        yield unfit(file, ("mail", "security"), "expected-encryption")
    if values.get("host") and not values.get("from"):
        yield tomlcheck.missing(file, ("mail",), "from", MAIL_KEYS)


def _is_safe(url: str) -> bool:
    """Return whether an address is one of the web that nobody on the way can read, or of this machine; "" for none."""
    parts = urlsplit(url)
    return not url or (not CONTROLS.search(url) and bool(parts.hostname) and (parts.scheme == "https" or _is_own(parts)))


def _is_own(parts: SplitResult) -> bool:
    return parts.scheme == "http" and is_loopback(parts.hostname or "")


def is_loopback(host: str) -> bool:
    """Return whether a server is this machine itself, by a name or an address that means nothing else."""
    try:
        return host.casefold() == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _content(path: Path) -> bytes | None:
    """Return what a file holds, None for a file that cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_LOGO + 1)
    except (OSError, ValueError):
        return None


def _is_file(path: Path) -> bool:
    """Return whether there is a file, as far as the system lets this be seen."""
    try:
        return path.is_file()
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    return not CONTROLS.search(str(path)) and path.is_dir()


def _profile(base: Path, profile: str) -> str:
    return profile.lower() if profile.lower() in {"", *PROFILES} else str(base / profile)


def _engine(base: Path, table: dict[str, Any]) -> EngineSettings:
    return EngineSettings(
        kind=table.get("kind", "").lower(),
        folder=base / table["folder"] if table.get("folder") else None,
        command=tuple(table.get("command", ())),
        url=table.get("url", ""),
        model=table.get("model", ""),
        key_command=tuple(table.get("key_command", ())),
        consent=table.get("consent", ""),
        name=table.get("name", ""),
        mirror=table.get("mirror", ""),
        timeout=table.get("timeout", 60),
    )


def _mail(table: dict[str, Any]) -> Mail:
    security = table.get("security", "starttls").lower()
    return Mail(
        host=table["host"],
        sender=table["from"],
        port=table.get("port", {"starttls": 587, "tls": 465, "none": 25}[security]),
        security=security,
        user=table.get("user", ""),
        reply_to=table.get("reply_to", ""),
        per_minute=table.get("per_minute", 0),
    )
