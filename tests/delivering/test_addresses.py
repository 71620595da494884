"""One address in a field, with a domain, and nothing that could steer a header."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.delivering.addresses import Address, AddressError, listed, read


@pytest.mark.parametrize(
    ("text", "spec", "name"),
    [
        ("rina@contoh.go.id", "rina@contoh.go.id", ""),
        (" Rina Wati, S.H. <rina@Contoh.GO.id> ", "rina@contoh.go.id", "Rina Wati, S.H."),
        ('"Wati, Rina" <rina+desa@contoh.go.id>', "rina+desa@contoh.go.id", "Wati, Rina"),
        ("rina@pemkab-pati.contoh", "rina@pemkab-pati.contoh", ""),
        ("andré@münchen.example", "andré@xn--mnchen-3ya.example", ""),
    ],
)
def test_an_address_and_its_name(text: str, spec: str, name: str) -> None:
    found = read(text)
    assert (found.spec, found.name) == (spec, name)
    assert found.needs_utf8 == (not spec.isascii())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("rina@contoh.go.id\nBcc: semua@contoh.go.id", "address-control"),
        ("rina@contoh.go.id\r", "address-control"),
        ("rina\0@contoh.go.id", "address-control"),
        ("rina\u202e@contoh.go.id", "address-control"),
        ("rina@contoh.go.id, budi@contoh.go.id", "address-second"),
        ("rina@contoh.go.id;budi@contoh.go.id", "address-second"),
        ("rina@contoh.go.id budi@contoh.go.id", "address-second"),
        ("a <rina@contoh.go.id> b <budi@contoh.go.id>", "address-second"),
        ("rina", "address-domain"),
        ("rina@", "address-domain"),
        ("rina@localhost", "address-domain"),
        ("@contoh.go.id", "address-domain"),
        ("rina.@contoh.go.id", "address-form"),
        ("rina@contoh..id", "address-form"),
        ("rina@-contoh.id", "address-form"),
        ("rina@10.0.0.1", "address-form"),
        ("r" * 65 + "@contoh.go.id", "address-form"),
        ('"rina wati"@contoh.go.id', "address-second"),
    ],
)
def test_what_is_no_address_says_why(text: str, reason: str) -> None:
    with pytest.raises(AddressError) as caught:
        read(text)
    assert caught.value.reason == reason


def test_a_control_character_in_a_name() -> None:
    with pytest.raises(AddressError, match="address-control"):
        read("rina@contoh.go.id", "Rina\nBcc: x@y.id")


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_whatever_is_read_holds_one_address_on_one_line(text: str) -> None:
    try:
        found = read(text)
    except AddressError:
        return
    assert found.spec.count("@") == 1
    assert str(found.header).isprintable()
    assert "\n" not in f"{found.name}{found.spec}"


def test_addresses_of_an_option() -> None:
    assert listed("a@x.id, b@x.id;c@x.id") == ["a@x.id", "b@x.id", "c@x.id"]
    assert listed("Wati, Rina <a@x.id>") == ["Wati, Rina <a@x.id>"]


def test_capitals_do_not_make_another_mailbox() -> None:
    assert read("Rina@contoh.go.id").key == Address(local="rina", domain="contoh.go.id").key
