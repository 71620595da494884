"""Mail providers that are known by one word: their server, and what they ask for (providers.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefing.model.office import Mail


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider: `per_minute` and `per_day` are the most letters that it takes, 0 where it states none; `password` is which one it wants."""

    id: str
    also: tuple[str, ...]
    host: str
    port: int
    security: Literal["starttls", "tls"]
    per_minute: int
    per_day: int
    password: Literal["app", "account", "ending"]
    source: str
    checked: str


@cache
def providers() -> tuple[Provider, ...]:
    """Return the known providers."""
    table = tomllib.loads(files(__package__).joinpath("providers.toml").read_text(encoding="utf-8"))
    return tuple(Provider(**{**entry, "also": tuple(entry["also"])}) for entry in table["provider"])


def provider_of(mail: Mail) -> Provider | None:
    """Return the provider of an account, which its host names by one word or in full; None for one that is not known."""
    host = mail.host.strip().casefold()
    return next((each for each in providers() if host in {each.id, *each.also, each.host}), None)


def account(mail: Mail) -> Mail:
    """Return an account with the server of its provider in the place of the one word, with the provider's limit, and with a user name.

    A provider's user name is the address; another server without `user` wants no log-in.
    """
    known = provider_of(mail)
    if known is None:
        return mail
    limited = replace(mail, per_minute=mail.per_minute or known.per_minute, user=mail.user or mail.sender.rpartition("<")[2].strip("> "))
    is_word = mail.host.strip().casefold() != known.host
    return replace(limited, host=known.host, port=known.port, security=known.security) if is_word else limited
