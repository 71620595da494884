"""Fetching from servers of every kind: what is sent, what is read, and what is refused with which message."""

from __future__ import annotations

import gzip
import ssl
import time
from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.web import USER_AGENT, Limits, Network, Page, fetch
from tests.reading.servers import HERE, failed, network, page, sent_on, serving, signed_by_itself

if TYPE_CHECKING:
    import socket
    import threading
    from pathlib import Path

    from briefing.reading.hosts import Address

BODY = b"<!DOCTYPE html><html><body><p>Rapat ditunda.</p></body></html>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def refused(link: str, at: Network | None = None) -> str:
    """Return the code of the fault."""
    with pytest.raises(BriefingError) as caught:
        fetch(link, at)
    assert caught.value.arguments["link"] == link
    return caught.value.code


def test_a_page_is_fetched_politely() -> None:
    with serving(page(BODY)) as server:
        found = fetch(server.link("/berita/kota%20kita?hal=1&x=ä#atas"), network())

    assert found == Page(address=server.link("/berita/kota%20kita?hal=1&x=%C3%A4#atas"), suffix=".html", data=BODY)
    lines = server.requests[0].splitlines()
    assert lines[0] == "GET /berita/kota%20kita?hal=1&x=%C3%A4 HTTP/1.1"
    assert f"Host: berita.test:{server.port}" in lines
    assert f"User-Agent: {USER_AGENT}" in lines
    assert not any(line.startswith(("Cookie", "Referer", "Authorization")) for line in lines)


@pytest.mark.parametrize(
    ("kind", "body", "suffix"),
    [
        ("application/xhtml+xml", BODY, ".html"),
        ("TEXT/HTML;charset=utf-8", BODY, ".html"),
        ("text/plain", b"Rapat", ".txt"),
        ("application/pdf", b"%PDF-1.7", ".pdf"),
        ("application/octet-stream", b"%PDF-1.7", ".pdf"),
    ],
)
def test_what_is_read_has_the_name_of_its_kind(kind: str, body: bytes, suffix: str) -> None:
    with serving(page(body, kind=kind)) as server:
        assert fetch(server.link(), network()).suffix == suffix


@pytest.mark.parametrize("kind", ["image/jpeg", "application/octet-stream", "application/json", ""])
def test_other_kinds_are_refused(kind: str) -> None:
    with serving(page(BODY, kind=kind)) as server:
        assert refused(server.link(), network()) == "link-type"
    assert len(server.requests) == 1


def test_a_packed_page_is_unpacked() -> None:
    with serving(page(gzip.compress(BODY), "Content-Encoding: gzip")) as server:
        assert fetch(server.link(), network()).data == BODY


def test_redirects_are_followed_and_the_last_address_counts() -> None:
    with serving(sent_on("/baru/rapat ditunda"), sent_on("?hal=2"), page(BODY)) as server:
        found = fetch(server.link("/lama"), network())

    assert found.address == server.link("/baru/rapat%20ditunda?hal=2")
    assert [request.split()[1] for request in server.requests] == ["/lama", "/baru/rapat%20ditunda", "/baru/rapat%20ditunda?hal=2"]


def test_endless_redirects_end() -> None:
    with serving(sent_on("/lagi")) as server:
        assert refused(server.link(), network()) == "link-redirects"
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://169.254.169.254/latest/meta-data/", "link-refused"),
        ("http://10.0.0.1/", "link-refused"),
        ("http://[::ffff:127.0.0.1]/", "link-refused"),
        ("http://[::1]/", "link-refused"),
        ("http://[64:ff9b::a9fe:a9fe]/", "link-refused"),
        ("//169.254.169.254/", "link-refused"),
        ("file:///etc/passwd", "link-scheme"),
        ("ftp://berita.test/x", "link-scheme"),
        ("javascript:alert(1)", "link-scheme"),
        ("http://nama:sandi@berita.test/", "link-unreadable"),
        ("http://berita.test:99999/", "link-unreadable"),
        ("http://" + "a" * 70 + ".test/", "link-unreadable"),
        ("http://berita.test/" + "a" * 3000, "link-unreadable"),
    ],
)
def test_each_redirect_is_checked_as_the_link_was(address: str, code: str) -> None:
    with serving(sent_on(address)) as server:
        assert refused(server.link(), network()) == code
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "link",
    [
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.0.0.1/",
        "http://localhost/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://169.254.169.254/",
        "http://224.0.0.1/",
        "http://[fe80::1]/",
    ],
)
def test_without_being_told_otherwise_nothing_of_this_machine_or_network_is_opened(link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    assert refused(link, Network(limits=Limits(pause=0))) in {"link-refused", "link-unknown-host"}  # some systems know fewer forms of numbers


@pytest.mark.parametrize(
    "link",
    ["https://", "http:///tanpa-peladen", "https://berita.test/a b", "https://berita.test\\@lain.test/", "http://[::1", "https://x@berita.test/"],
)
def test_what_is_no_address_is_never_looked_up(link: str) -> None:
    def found(host: str, port: int) -> tuple[Address, ...]:
        raise AssertionError

    assert refused(link, network(resolve=found)) == "link-unreadable"


def test_a_server_is_looked_up_once_and_reached_where_it_was_checked() -> None:
    asked = []

    def found(host: str, port: int) -> tuple[Address, ...]:
        asked.append(host)
        return (HERE,) if len(asked) == 1 else ()

    with serving(page(BODY)) as server:
        fetch(server.link(), network(resolve=found))

    assert asked == ["berita.test"]


def test_of_several_addresses_only_those_allowed_are_tried() -> None:
    from ipaddress import ip_address

    with serving(page(BODY)) as server:
        found = fetch(server.link(), network(resolve=lambda host, port: (ip_address("169.254.169.254"), ip_address("10.0.0.1"), HERE)))

    assert found.data == BODY


def test_a_name_that_nobody_knows() -> None:
    def found(host: str, port: int) -> tuple[Address, ...]:
        raise OSError(-2, "Name or service not known")

    assert refused("https://berita.test/", network(resolve=found)) == "link-unknown-host"


@pytest.mark.parametrize(("first", "asked"), [(failed(503), 2), (b"", 2), (failed(404), 1), (failed(403), 1)])
def test_what_may_pass_is_asked_for_once_more(first: bytes, asked: int) -> None:
    with serving(first, page(BODY)) as server:
        if asked == 1:
            assert refused(server.link(), network()) == "link-status"
        else:
            assert fetch(server.link(), network()).data == BODY
    assert len(server.requests) == asked


def test_and_no_more_than_once() -> None:
    with serving(failed(503)) as server:
        assert refused(server.link(), network()) == "link-status"
    assert len(server.requests) == 2


def test_a_server_that_is_not_there() -> None:
    with serving(page(BODY)) as server:
        pass

    assert refused(server.link(), network()) == "link-unreachable"


def never_ending(client: socket.socket, ended: threading.Event) -> None:
    client.sendall(HEAD + b"\r\n")
    while not ended.is_set():
        client.sendall(b"<p>dan seterusnya</p>" * 500)


def dripping(client: socket.socket, ended: threading.Event) -> None:
    client.sendall(HEAD + b"\r\n")
    while not ended.wait(0.05):
        client.sendall(b"x")


def dripping_heads(client: socket.socket, ended: threading.Event) -> None:
    client.sendall(HEAD)
    while not ended.wait(0.05):
        client.sendall(b"X")


def going_on(client: socket.socket, ended: threading.Event) -> None:
    while not ended.wait(0.05):
        client.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")


def silent(client: socket.socket, ended: threading.Event) -> None:
    ended.wait(5)


@pytest.mark.parametrize("answer", [dripping, dripping_heads, going_on, silent])
def test_a_server_that_holds_one_up_is_left(answer: object) -> None:
    began = time.monotonic()
    with serving(answer) as server:  # type: ignore[arg-type]  # all of them answer
        assert refused(server.link(), network()) == "link-slow"
        assert time.monotonic() - began < 3


def test_a_page_without_end_is_cut_off() -> None:
    with serving(never_ending) as server:
        assert refused(server.link(), network()) == "link-too-large"


def test_fifty_megabytes_are_refused_unread() -> None:
    with serving(HEAD + b"Content-Length: 50000000\r\n\r\n" + b"x" * 1000) as server:
        assert refused(server.link(), network(limits=Limits(pause=0))) == "link-too-large"


def test_a_bomb_is_unpacked_no_further_than_the_limit() -> None:
    with serving(page(gzip.compress(b"0" * 30_000_000), "Content-Encoding: gzip")) as server:
        assert refused(server.link(), network()) == "link-too-large"


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n1000\r\n" + BODY,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + BODY,
        HEAD + b"Content-Length: 5000\r\n\r\n" + BODY,
        page(gzip.compress(BODY)[:-12], "Content-Encoding: gzip"),
        page(b"no gzip at all", "Content-Encoding: gzip"),
        page(BODY, "Content-Encoding: br"),
        b"220 surat.test ESMTP\r\n",
        HEAD + b"X: " + b"x" * 70_000 + b"\r\n\r\n",
        HEAD + b"X: y\r\n" * 200 + b"\r\n" + BODY,
    ],
)
def test_a_page_that_is_not_whole_is_no_page(answer: bytes) -> None:
    with serving(answer) as server:
        assert refused(server.link(), network()) == "link-broken"


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    context, _file = signed_by_itself(tmp_path)
    with serving(page(BODY), context=context) as server:
        assert refused(server.link(scheme="https"), network()) == "link-certificate"
    assert server.requests == []


def test_a_certificate_is_for_the_name_of_the_link(tmp_path: Path) -> None:
    context, file = signed_by_itself(tmp_path)
    trusting = network(context=lambda: ssl.create_default_context(cafile=str(file)))
    with serving(page(BODY), context=context) as server:
        found = fetch(server.link(scheme="https"), trusting)
        assert refused(server.link(scheme="https", host="lain.test"), trusting) == "link-certificate"

    assert found.data == BODY
    assert server.names[0] == "berita.test"
    assert f"Host: berita.test:{server.port}" in server.requests[0]


def test_what_is_refused_is_bad_input_and_what_fails_is_the_network() -> None:
    with pytest.raises(BriefingError) as refusal:
        fetch("http://127.0.0.1/")
    with serving(failed(404)) as server, pytest.raises(BriefingError) as failure:
        fetch(server.link(), network())

    assert (refusal.value.exit_code, failure.value.exit_code) == (ExitCode.INPUT_UNREADABLE, ExitCode.NETWORK)
