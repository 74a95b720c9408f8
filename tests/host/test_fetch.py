import gzip
import shutil
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from itertools import count
from pathlib import Path

import pytest

from annotator import __version__
from annotator.host import fetch as module
from annotator.host.fetch import Ways, fetch
from annotator.model.errors import BadInput, Cancelled
from tests.host.web import HERE, Site, certificate_for, site

PAGE = b"<!doctype html><p>The ferry was late.</p>"
#: Without the time of day, which would make the names of tests differ.
PACKED = gzip.compress(PAGE, mtime=0)
HTML = {"text/html", "application/pdf"}


@pytest.fixture(scope="module")
def running() -> Iterator[Site]:
    with site() as shown:
        yield shown


@pytest.fixture
def paper(running: Site) -> Site:
    running.answers.clear()
    running.asked.clear()
    running.names = {"paper.example": (HERE,)}
    return running


def key_of(url: str, ways: Ways, kinds: set[str] = HTML) -> str:
    with pytest.raises(BadInput) as caught:
        fetch(url, kinds, ways=ways)
    return caught.value.key


def test_a_page_comes_with_what_is_known_of_it(paper: Site) -> None:
    url = paper.says("/news/f%C3%A4hre.html?a=1", PAGE, Content_Type="text/html; charset=ISO-8859-1")
    found = fetch(paper.at("/news/fähre.html?a=1#top"), HTML, ways=paper.ways())
    assert (found.data, found.content_type, found.charset) == (PAGE, "text/html", "iso-8859-1")
    assert found.name == "fähre.html"
    assert url.startswith(found.url.split("fähre")[0])


def test_nothing_is_told_but_the_program(paper: Site) -> None:
    fetch(paper.says("/", PAGE, Content_Type="text/html", Set_Cookie="a=1"), HTML, ways=paper.ways())
    fetch(paper.at("/"), HTML, ways=paper.ways())
    asked = paper.asked[1]
    assert asked["User-Agent"] == f"RedPencil/{__version__}"
    assert asked["Host"] == f"paper.example:{paper.port}"
    assert set(asked) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_a_name_comes_from_the_sender_the_address_or_the_host(paper: Site) -> None:
    sent = {
        "Content_Disposition": 'attachment; filename="../x/rep\x07ort.pdf"',
        "Content_Type": "application/pdf",
    }
    for path, headers, expected in (
        ("/a", sent, "report.pdf"),
        ("/b/c%20d/", {}, "c d"),
        ("/", {}, "paper.example"),
    ):
        assert fetch(paper.says(path, b"%PDF-", **headers), HTML, ways=paper.ways()).name == expected


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("paper.example", "web.address"),
        ("", "web.address"),
        ("ftp://paper.example/", "web.address"),
        ("file:///etc/passwd", "web.address"),
        ("javascript:alert(1)", "web.address"),
        ("http://", "web.address"),
        ("http://paper.example:99999/", "web.address"),
        ("http://[::1", "web.address"),
        ("http://pa per.example/", "web.address"),
        ("http://paper.example\\@127.0.0.1/", "web.address_login"),
        ("http://me:secret@paper.example/", "web.address_login"),
        ("http://me@paper.example/", "web.address_login"),
        ("http://paper.example:25/", "web.address_port"),
        ("http://nowhere.example/", "web.no_host"),
    ],
)
def test_what_is_no_address_of_the_web(paper: Site, url: str, key: str) -> None:
    assert key_of(url, paper.ways()) == key


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "2130706433", "0177.0.0.1", "0x7f.1", "0.0.0.0", "192.168.1.1"),  # noqa: S104 (none is bound)
        *("[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[fe80::1]", "[64:ff9b::7f00:1]"),
    ],
)
def test_the_own_network_is_refused_however_it_is_spelt(paper: Site, host: str) -> None:
    paper.says("/", PAGE, Content_Type="text/html")
    assert key_of(paper.at("/", host), paper.ways()) == "web.private"
    assert not paper.asked


@pytest.mark.parametrize("inner", ["10.0.0.1", "127.0.0.1", "fd00::1", "::ffff:127.0.0.1", "169.254.169.254"])
def test_one_inner_address_among_several_is_enough(paper: Site, inner: str) -> None:
    url = paper.says("/", PAGE, Content_Type="text/html")
    paper.names["paper.example"] = (HERE, inner)
    assert key_of(url, paper.ways()) == "web.private"
    assert not paper.asked


def test_a_name_is_resolved_once_and_its_checked_address_is_reached(paper: Site) -> None:
    url, answers = paper.says("/", PAGE, Content_Type="text/html"), iter([(HERE,), ("10.0.0.1",)])
    ways = Ways(resolve=lambda host, port: next(answers), allow=HERE.__eq__)
    assert fetch(url, HTML, ways=ways).data == PAGE
    assert next(answers) == ("10.0.0.1",)


def test_another_address_is_tried_where_the_first_takes_nobody(paper: Site) -> None:
    url = paper.says("/", PAGE, Content_Type="text/html")
    paper.names["paper.example"] = ("0.0.0.256", HERE)
    ways = Ways(resolve=paper.resolve, allow=lambda address: True)
    assert fetch(url, HTML, ways=ways).data == PAGE


def test_redirects_are_followed_to_the_end(paper: Site) -> None:
    paper.names["other.example"] = (HERE,)
    first = paper.sends_on("/1", "/2?x=a b")
    paper.sends_on("/2?x=a%20b", paper.at("/3", "other.example"), 301)
    paper.sends_on("/3", "4", 308)
    paper.says("/4", PAGE, Content_Type="text/html")
    found = fetch(first, HTML, ways=paper.ways())
    assert (found.url, found.data) == (paper.at("/4", "other.example"), PAGE)


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("http://127.0.0.1/", "web.private"),
        ("http://inner.example/", "web.private"),
        ("//[::1]/", "web.private"),
        ("file:///etc/passwd", "web.address"),
        ("ftp://paper.example/", "web.address"),
        ("http://me:secret@paper.example/", "web.address_login"),
        ("http://paper.example:22/", "web.address_port"),
        ("http://nowhere.example/", "web.no_host"),
        ("http://[", "web.not_understood"),
    ],
)
def test_a_redirect_is_looked_at_like_an_address(paper: Site, target: str, key: str) -> None:
    paper.names["inner.example"] = ("10.0.0.1",)
    assert key_of(paper.sends_on("/", target), paper.ways()) == key


def test_redirects_end_after_five(paper: Site) -> None:
    for number in range(7):
        paper.sends_on(f"/{number}", f"/{number + 1}")
    paper.says("/7", PAGE, Content_Type="text/html")
    assert key_of(paper.at("/1"), paper.ways()) == "web.redirects"
    assert fetch(paper.at("/2"), HTML, ways=paper.ways()).data == PAGE


def test_time_is_up_for_all_of_it(paper: Site) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        for _ in count():
            request.wfile.write(b".")
            time.sleep(0.02)

    def dumb(request: BaseHTTPRequestHandler) -> None:
        time.sleep(1)

    paper.answers["/drip"], paper.answers["/dumb"] = drip, dumb
    for path in ("/drip", "/dumb"):
        begun = time.monotonic()
        assert key_of(paper.at(path), paper.ways(seconds=0.2)) == "web.slow"
        assert time.monotonic() - begun < 0.8
    begun = time.monotonic()
    slow = Ways(resolve=lambda host, port: time.sleep(1) or (), seconds=0.1)
    assert key_of("http://paper.example/", slow) == "web.slow"
    assert time.monotonic() - begun < 0.6


def test_it_can_be_stopped(paper: Site) -> None:
    paper.answers["/"] = lambda request: time.sleep(1)
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        fetch(paper.at("/"), HTML, lambda: time.monotonic() > begun + 0.1, paper.ways())
    assert time.monotonic() - begun < 0.6


@pytest.mark.parametrize("coding", ["", "gzip", "deflate"])
def test_ten_megabytes_are_the_end(paper: Site, coding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 100_000)
    pack = {"": bytes, "gzip": gzip.compress, "deflate": zlib.compress}[coding]
    headers = {"Content_Type": "text/html", "Content_Encoding": coding}
    large = paper.says("/large", pack(b"x" * 100_001), **headers)
    assert key_of(large, paper.ways()) == "web.too_large"
    fits = paper.says("/fits", pack(b"x" * 100_000), **headers)
    assert fetch(fits, HTML, ways=paper.ways()).data == b"x" * 100_000


def test_the_limit_is_ten_megabytes_and_ten_seconds() -> None:
    assert (module.LIMIT, module.SECONDS) == (10_000_000, 10)


@pytest.mark.parametrize(
    ("body", "status", "headers", "key"),
    [
        (PAGE, 404, {"Content_Type": "text/html"}, "web.refused"),
        (PAGE, 500, {"Content_Type": "text/html"}, "web.refused"),
        (PAGE, 302, {"Content_Type": "text/html"}, "web.refused"),
        (b"", 200, {"Content_Type": "text/html"}, "web.empty"),
        (b" \n", 200, {"Content_Type": "text/html"}, "web.empty"),
        (b"\x89PNG", 200, {"Content_Type": "image/png"}, "web.unreadable_kind"),
        (b"{}", 200, {"Content_Type": "application/json"}, "web.unreadable_kind"),
        (PAGE, 200, {"Content_Type": "text/html", "Content_Encoding": "br"}, "web.not_understood"),
        (PAGE, 200, {"Content_Type": "text/html", "Content_Encoding": "gzip"}, "web.fetch_failed"),
        (PACKED[:-9], 200, {"Content_Encoding": "gzip"}, "web.fetch_failed"),
        (PACKED + PACKED, 200, {"Content_Encoding": "gzip"}, "web.fetch_failed"),
        (PAGE, 200, {"Content_Type": "text/html", "Content_Length": "9999"}, "web.fetch_failed"),
        (PAGE, 200, {"X": "y" * 70_000}, "web.not_understood"),
    ],
)
def test_answers_that_are_no_page(
    paper: Site, body: bytes, status: int, headers: dict[str, str], key: str
) -> None:
    assert key_of(paper.says("/", body, status, **headers), paper.ways()) == key


def test_what_is_no_web_site(paper: Site) -> None:
    paper.answers["/"] = lambda request: request.wfile.write(b"SSH-2.0-door\r\n") and None
    assert key_of(paper.at("/"), paper.ways()) == "web.not_understood"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        assert key_of(f"http://paper.example:{port}/", paper.ways()) == "web.fetch_failed"


def test_a_file_of_no_kind_is_taken(paper: Site) -> None:
    assert fetch(paper.says("/", PAGE), HTML, ways=paper.ways()).content_type == ""
    unknown = paper.says("/x", PAGE, Content_Type="application/octet-stream")
    assert fetch(unknown, HTML, ways=paper.ways()).data == PAGE


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("needs the program openssl to make a certificate")
    return certificate_for("paper.example", tmp_path_factory.mktemp("certificate"))


def test_certificates_are_looked_at(certificate: Path) -> None:
    trusting = ssl.create_default_context(cafile=str(certificate.with_name("certificate.pem")))
    with site(certificate) as paper:
        paper.names["other.example"] = (HERE,)
        url = paper.says("/", PAGE, Content_Type="text/html").replace("http:", "https:")
        assert fetch(url, HTML, ways=paper.ways(trust=trusting)).data == PAGE
        assert key_of(url, paper.ways()) == "web.certificate"
        other = url.replace("paper.example", "other.example")
        assert key_of(other, paper.ways(trust=trusting)) == "web.certificate"
        paper.sends_on("/on", paper.at("/"))
        sent_on = paper.at("/on", scheme="https")
        assert key_of(sent_on, paper.ways(trust=trusting)) == "web.downgrade"
