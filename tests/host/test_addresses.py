import pytest

from annotator.host.addresses import is_public, resolved


@pytest.mark.parametrize(
    "address",
    [
        *("8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "2a00:1450:4001::200e"),
        *("::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"),
    ],
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        # The special-purpose registries of IANA, one of each block.
        *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254"),  # noqa: S104 (none is bound)
        *("172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1"),
        *("198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "::127.0.0.1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1"),
        *("ff02::1", "100::1", "2001:db8::1", "2001::1", "5f00::1", "4000::1"),
        # The same ones carried by an address of IPv6.
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:7f00:1", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
        *("64:ff9b:1::808:808", "2002:7f00:1::1", "2002:a00:1::1"),
        # What is no address at all, however a system may read it.
        *("", "localhost", "2130706433", "0177.0.0.1", "0x7f.0.0.1", "127.1"),
    ],
)
def test_all_others_are_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0177.0.0.1", "0x7f.1", "127.1"])
def test_odd_spellings_become_the_address_they_stand_for(host: str) -> None:
    assert resolved(host, 80) == ("127.0.0.1",)
