"""Which addresses of the network are public, and which a name stands for."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

#: The addresses a name stands for, as text; raises OSError where there is no such name.
Resolve = Callable[[str, int], Sequence[str]]

_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")

#: Addresses of protocols, which older Pythons take for public but for a few.
_ASSIGNMENTS = IPv4Network("192.0.0.0/24")

_IPV4 = 0xFFFF_FFFF


def resolved(host: str, port: int) -> tuple[str, ...]:
    """The addresses a name stands for, as the system knows them; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the public network, whatever form it has.

    Registries: IANA IPv4 and IPv6 special-purpose addresses (RFC 6890). An IPv6 address that carries an IPv4
    one (mapped, NAT64 of RFC 6052, 6to4 of RFC 3056) is as public as that one.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        carried = parsed.ipv4_mapped or parsed.sixtofour
        if parsed in _NAT64:
            carried = IPv4Address(int(parsed) & _IPV4)
        if carried is None:
            return parsed in _UNICAST and parsed.is_global
        parsed = carried
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed in _ASSIGNMENTS)
