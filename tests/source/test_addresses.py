import pytest

from summarizer.errors import FetchError
from summarizer.source.addresses import allowed, resolve_within, why_refused

PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8", "64:ff9b::808:808"]
REFUSED = [
    ("127.0.0.1", "an address of this machine"),
    ("127.8.9.10", "an address of this machine"),
    ("::1", "an address of this machine"),
    ("::ffff:127.0.0.1", "an address of this machine"),
    ("0.0.0.0", "an address of this machine"),
    ("::", "an address of this machine"),
    ("64:ff9b::7f00:1", "an address of this machine"),
    ("2002:7f00:1::", "an address of this machine"),
    ("10.0.0.1", "a private address"),
    ("172.16.0.1", "a private address"),
    ("172.31.255.255", "a private address"),
    ("192.168.1.1", "a private address"),
    ("::ffff:192.168.1.1", "a private address"),
    ("64:ff9b::a00:1", "a private address"),
    ("64:ff9b:1::1", "a private address"),
    ("fc00::1", "a private address"),
    ("fd12:3456::1", "a private address"),
    ("0.1.2.3", "a private address"),
    ("198.18.0.1", "a private address"),
    ("192.0.2.1", "a private address"),
    ("240.0.0.1", "a private address"),
    ("255.255.255.255", "a private address"),
    ("169.254.1.1", "a link-local address"),
    ("fe80::1", "a link-local address"),
    ("fe80::1%eth0", "a link-local address"),
    ("169.254.169.254", "a cloud's metadata address"),
    ("::ffff:169.254.169.254", "a cloud's metadata address"),
    ("fd00:ec2::254", "a cloud's metadata address"),
    ("100.100.100.200", "a cloud's metadata address"),
    ("168.63.129.16", "a cloud's metadata address"),
    ("100.64.0.1", "an address inside a provider's network"),
    ("100.127.255.255", "an address inside a provider's network"),
    ("224.0.0.1", "a multicast address"),
    ("239.255.255.250", "a multicast address"),
    ("ff02::1", "a multicast address"),
    ("fec0::1", "a private address"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_allowed(address):
    assert why_refused(address) == ""


@pytest.mark.parametrize(("address", "kind"), REFUSED)
def test_an_address_that_is_not_public_is_refused_by_its_kind(address, kind):
    assert why_refused(address) == kind


def test_a_name_with_a_public_and_a_private_address_is_refused():
    with pytest.raises(FetchError, match=r"^news.example leads to 10.0.0.1, a private address$") as raised:
        allowed(["8.8.8.8", "10.0.0.1"], "news.example")
    assert "SVODKA_PRIVATE_ADDRESSES" in raised.value.hint


def test_a_name_that_is_not_known_is_said_with_its_name():
    def resolve(host, port):
        raise OSError(host)

    with pytest.raises(FetchError, match=r"^there is no host called news.example, or no network$"):
        resolve_within(resolve, "news.example", 80, 5)


def test_a_name_server_that_is_silent_is_not_waited_for(silence):
    with pytest.raises(FetchError, match=r"^the name server did not say within 0 s where news.example is$"):
        resolve_within(lambda *_: silence.wait() and [], "news.example", 80, 0.01)
