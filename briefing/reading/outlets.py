"""Outlets: which press, office or site a label, a host or an address names."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import places
from briefing.lexicon.load import rows

# A hyphen before a capital does not join a host: "Jepara-Infomuria.com" is a city and a host.
_HOST = re.compile(r"(?:https?://)?(?:www\.)?((?:[A-Za-z0-9]{2,}(?:-[a-z0-9]+)*[.,])+(?:[a-z]{2,10}|[A-Z]{2,10}))(?:/\S*)?")

_EDITION = re.compile(r"(?P<outlet>[A-Za-z][a-z]{4,})[A-Z]\w{2,}")


def outlet(label: str) -> str | None:
    """Return the outlet that `label` names as a whole: a known name, or a host or address; an unknown host stands for itself."""
    by_name = _names().get(label.strip().casefold())
    if by_name:
        return by_name
    match = _HOST.fullmatch(label.strip())
    return _of_host(match[1].replace(",", ".")) if match else _of_edition(label.strip())


def is_known(address: str) -> bool:
    """Return whether the host of an address is that of a known outlet, or below one."""
    match = _HOST.fullmatch(address.strip())
    return match is not None and _of_host(match[1]) != match[1]


def _of_edition(label: str) -> str | None:
    """Return the outlet of an edition that bears its name: "detikFinance", "TribunJabar", and with a place behind it "ANTARA Sulsel"."""
    edition = _EDITION.fullmatch(label)
    if edition:
        return _names().get(edition["outlet"].casefold())
    head, _blank, place = label.partition(" ")
    return _names().get(head.casefold()) if place and head[0].isupper() and (places.province(place) or places.kinds(place)) else None


def _of_host(host: str) -> str:
    lower = host.casefold()
    if lower in _hosts():
        return _hosts()[lower]
    for pattern, name in _patterns() if lower.endswith(".go.id") else ():
        match = pattern.fullmatch(lower)
        if match and (region := _region(match[1])):
            return name.format(region=region)
    labels = lower.split(".")
    return next((_hosts()[parent] for first in range(1, len(labels)) if (parent := ".".join(labels[first:])) in _hosts()), host)


def _region(label: str) -> str | None:
    """Return the region that a label of a host names: "pasuruan", "kota-surabaya", "patikab", "jatim", "nttprov"."""
    if province := places.province(label.removesuffix("prov")):
        return f"Provinsi {province}"
    for affix, kind in (("kab", "Kabupaten"), ("kota", "Kota")):
        name = (label.removesuffix(affix) if label.endswith(affix) else label.removeprefix(affix)).strip("-")
        if name != label and kind in places.kinds(name):
            return f"{kind} {places.printed_name(name)}"
    return next((f"{kind} {places.printed_name(label)}" for kind in places.kinds(label)), None)


@cache
def _names() -> dict[str, str]:
    """Return the press by name; an office ("KPU") is an outlet only by its host."""
    press = [row for row in rows("places/outlets.csv") if not row["host"].endswith("go.id")]
    return {form.casefold(): row["name"] for row in press for form in (row["name"], *row["also"].split(";")) if form}


@cache
def _hosts() -> dict[str, str]:
    return {row["host"]: row["name"] for row in rows("places/outlets.csv") if "*" not in row["host"]}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the hosts of offices in the order of the list, subdomains included; the label with a `*` is group 1 and names the region."""
    wild = [row for row in rows("places/outlets.csv") if "*" in row["host"]]
    return tuple((re.compile(r"(?:[a-z0-9.-]+\.)?" + re.sub(r"\\\*([a-z]*)", r"([a-z-]+\1)", re.escape(row["host"]))), row["name"]) for row in wild)
