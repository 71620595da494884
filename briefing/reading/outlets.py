"""Outlets: which press, office or site a label, a host or an address names."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import places
from briefing.lexicon.load import rows

# A hyphen before a capital does not join a host: "Jepara-Infomuria.com" is a city and a host.
_HOST = re.compile(r"(?:https?://)?(?:www\.)?((?:[A-Za-z0-9]+(?:-[a-z0-9]+)*[.,])+[A-Za-z]{2,10})(?:/\S*)?")


def outlet(label: str) -> str | None:
    """Return the outlet that `label` names as a whole: a known name, or a host or address; an unknown host stands for itself."""
    by_name = _names().get(label.strip().casefold())
    if by_name:
        return by_name
    match = _HOST.fullmatch(label.strip())
    return _of_host(match[1].replace(",", ".")) if match else None


def _of_host(host: str) -> str:
    lower = host.casefold()
    for pattern, name in _patterns():
        match = pattern.fullmatch(lower)
        if match and "{region}" not in name:
            return name
        if match and (region := _region(match[1])):
            return name.format(region=region)
    return host


def _region(label: str) -> str | None:
    """Return the region that part of a host names: "pasuruan", "kota-surabaya", "patikab", "jatim"."""
    province = places.province(label.removesuffix("prov"))
    if province and (label.endswith("prov") or not places.kinds(label)):
        return f"Provinsi {province}"
    for affix, kind in (("kab", "Kabupaten"), ("kota", "Kota"), ("", "")):
        name = label.removesuffix(affix) if affix and label.endswith(affix) else label.removeprefix(affix)
        kinds = places.kinds(name.strip("-")) if name != label or not affix else ()
        if kinds and kind in {"", *kinds}:
            return f"{kind or kinds[0]} {places.printed_name(name.strip('-'))}"
    return None


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in rows("places/outlets.csv"):
        for form in (row["name"], *row["also"].split(";")):
            names.setdefault(form.casefold(), row["name"])
    return {form: name for form, name in names.items() if form and "{" not in form}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the hosts in the order of the list, subdomains included; what a `*` stands for is the region."""
    return tuple(
        (re.compile(r"(?:[a-z0-9.-]+\.)?" + re.escape(row["host"]).replace(r"\*", r"([a-z-]+)")), row["name"]) for row in rows("places/outlets.csv")
    )
