"""Providers that are known by one word."""

from __future__ import annotations

from itertools import chain

import pytest

from briefing.delivering.providers import account, provider_of, providers
from briefing.model.office import Mail


def test_no_word_means_two_providers() -> None:
    words = list(chain.from_iterable((each.id, *each.also, each.host) for each in providers()))
    assert len(words) == len({*words}) > 8
    assert all(each.source.startswith("https://") and 0 < each.port < 65536 for each in providers())
    assert {(each.security, each.port) for each in providers()} <= {("starttls", 587), ("tls", 465)}


@pytest.mark.parametrize("host", ["gmail", "Gmail ", "google"])
def test_one_word_stands_for_the_server(host: str) -> None:
    found = account(Mail(host=host, sender="Humas <humas@contoh.id>"))
    assert (found.host, found.port, found.security, found.user) == ("smtp.gmail.com", 587, "starttls", "humas@contoh.id")


def test_the_limit_of_a_provider_holds_unless_the_office_sets_one() -> None:
    assert account(Mail(host="microsoft365", sender="a@b.id")).per_minute == 30
    assert account(Mail(host="smtp.office365.com", sender="a@b.id", port=2525, per_minute=5)).per_minute == 5
    assert account(Mail(host="smtp.office365.com", sender="a@b.id", port=2525)).port == 2525


def test_another_server_is_as_the_office_set_it() -> None:
    mail = Mail(host="mail.contoh.go.id", sender="a@contoh.go.id")
    assert account(mail) is mail
    assert provider_of(mail) is None
