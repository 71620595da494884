"""Which addresses of the network a page may be fetched from: those of public servers, and nothing within an office or a machine."""

from __future__ import annotations

import ipaddress
import socket
from typing import Final, TypeAlias

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_ASSIGNED: Final = ipaddress.IPv6Network("2000::/3")
"""The only block of IPv6 that public servers have addresses in (RFC 4291; the IANA registry of global unicast addresses)."""

_SPECIAL: Final = tuple(
    map(
        ipaddress.ip_network,
        (
            "192.88.99.0/24",  # relays of 6to4 (RFC 7526)
            "2001::/23",  # protocols, Teredo among them, which wraps an IPv4 address (RFC 2928, RFC 4380)
            "2001:db8::/32",  # documentation (RFC 3849)
            "2002::/16",  # 6to4, which wraps an IPv4 address (RFC 3056)
            "3fff::/20",  # documentation (RFC 9637)
        ),
    )
)
"""What `ipaddress` takes for public in one version of Python or another, and is not (the IANA registries of special-purpose addresses)."""


def is_public(address: Address) -> bool:
    """Return whether an address is that of a public server.

    An IPv4 address in the clothes of IPv6 (mapped, NAT64, 6to4, Teredo) is not: what it leads to depends on the network.
    """
    if address.is_multicast or any(address in network for network in _SPECIAL if network.version == address.version):
        return False
    return address.is_global and (address.version == 4 or address in _ASSIGNED)


def resolve(host: str, port: int) -> tuple[Address, ...]:
    """Return the addresses of a server as the system finds them, those of numbers in any form that it understands ("2130706433") too.

    Raises:
        OSError: there is no such server, or nobody who knows.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(ipaddress.ip_address(place[4][0]) for place in found))
