"""Which addresses are those of public servers."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.hosts import is_public, resolve

PUBLIC = ("8.8.8.8", "103.28.12.1", "192.0.1.1", "2606:4700::6810:84e5", "2404:6800:4003:c00::64")
OTHERS = (
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.1.2.3",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.251",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",  # IPv4-compatible
    "::ffff:127.0.0.1",  # mapped
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",  # NAT64
    "64:ff9b::808:808",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001::7f00:1",  # Teredo
    "2001:db8::1",
    "2002:7f00:1::1",  # 6to4
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%1",
    "fec0::1",  # site-local
    "ff02::1",
    "ff0e::1",
)


def test_servers_of_the_internet_are_public() -> None:
    assert [address for address in PUBLIC if not is_public(ip_address(address))] == []


def test_nothing_else_is() -> None:
    assert [address for address in OTHERS if is_public(ip_address(address))] == []


@given(st.ip_addresses(v=4))
def test_an_address_in_the_clothes_of_the_other_version_never_is(address: object) -> None:
    number = int(address)  # type: ignore[call-overload]  # an IPv4Address has one
    clothed = (0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80, 0x2001 << 112 | number)

    assert not any(is_public(ip_address(each.to_bytes(16, "big"))) for each in clothed)


@pytest.mark.parametrize("name", ["2130706433", "127.1", "0x7f.1", "::ffff:127.0.0.1", "127.0.0.1"])
def test_a_number_in_any_form_is_judged_by_what_it_leads_to(name: str) -> None:
    try:
        found = resolve(name, 80)
    except OSError:
        pytest.skip("this system takes it for no address")

    assert found
    assert not any(map(is_public, found))
