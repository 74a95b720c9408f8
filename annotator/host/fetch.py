"""One page fetched from the web, when a person asks for it: the only place that opens a connection.

Nothing in the own network is ever reached: a name is resolved once, all its addresses must be public, and the
connection goes to the very address that was looked at; the same again at each redirect. No cookies are kept,
no proxy is used, no script runs, and nothing that a page refers to is loaded.
"""

import http.client
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import Message
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from annotator import __version__
from annotator.host.addresses import Resolve, is_public, resolved
from annotator.model.errors import BadInput, Cancelled

SECONDS = 10.0
LIMIT = 10_000_000

_REDIRECTS = 5
_REDIRECTED = frozenset({301, 302, 303, 307, 308})
_CONNECT_SECONDS = 4.0
_LOOK_SECONDS = 0.05
_STEP = 65_536

#: zlib's sign for: a header of gzip or of zlib, whichever stands there.
_ANY_HEADER = zlib.MAX_WBITS | 32

#: What servers say of a file whose kind they do not know.
_ANYTHING = frozenset({"", "application/octet-stream", "binary/octet-stream"})

_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1_024
_HOST = re.compile(r"[a-z0-9_.-]{1,253}|[0-9a-f:.]{2,45}")
_SHOWN = 200
_KEPT = "/%:@!$&'()*+,;=~-._?"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: its final address, its bytes, its kind and encoding as sent ("" if not), and a bare name."""

    url: str
    data: bytes
    content_type: str
    charset: str
    name: str


@dataclass(frozen=True, slots=True)
class Ways:
    """How names are resolved, which addresses may be reached, and which certificates are trusted."""

    resolve: Resolve = resolved
    allow: Callable[[str], bool] = is_public
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context
    seconds: float = SECONDS


_WAYS = Ways()


def fetch(
    url: str, kinds: Collection[str], stopped: Callable[[], bool] = lambda: False, ways: Ways = _WAYS
) -> Fetched:
    """What stands at an address, if it is of one of the `kinds` (media types) or the server names none.

    It takes ten seconds and ten megabytes at most. Raises Cancelled once `stopped`, asked twenty times a
    second, says so, and BadInput with the sentence for whatever else goes wrong.
    """
    if stopped():
        raise Cancelled
    errand = _Errand(url, kinds, ways)
    # A thread of its own: a name server may take minutes, and no call of the system can be broken off.
    threading.Thread(target=errand.run, name="fetch", daemon=True).start()
    while not errand.done.wait(_LOOK_SECONDS):
        if stopped():
            errand.give_up()
            raise Cancelled
        if errand.remaining() <= 0:
            errand.give_up()
            raise BadInput("web.slow", host=errand.host, seconds=round(ways.seconds))
    if errand.problem is not None:
        raise errand.problem
    assert errand.found is not None
    return errand.found


@dataclass
class _Errand:
    """One fetch, on its way in a thread of its own."""

    url: str
    kinds: Collection[str]
    ways: Ways
    host: str = ""
    done: threading.Event = field(default_factory=threading.Event)
    found: Fetched | None = None
    problem: Exception | None = None

    def __post_init__(self) -> None:
        self._end = time.monotonic() + self.ways.seconds
        self._socket: socket.socket | None = None
        self._given_up = False

    def remaining(self) -> float:
        """Seconds that are left."""
        return self._end - time.monotonic()

    def give_up(self) -> None:
        """Break off whatever the thread waits for."""
        self._given_up = True
        if self._socket is not None:
            _shut(self._socket)

    def run(self) -> None:
        """Fetch, and keep what came or what went wrong."""
        try:
            self.found = self._follow()
        except Exception as error:  # noqa: BLE001 (it is raised again where the answer is waited for)
            self.problem = _said(error, self.host, self.ways.seconds)
        finally:
            if self._socket is not None:
                self._socket.close()
            self.done.set()

    def _follow(self) -> Fetched:
        url = self.url.strip()
        for _ in range(_REDIRECTS + 1):
            address = _checked(url)
            self.host = address.hostname or ""
            with self._answer(address) as response:
                location = response.getheader("Location")
                if response.status not in _REDIRECTED or not location:
                    return self._received(url, response)
            target = urljoin(url, quote(location.encode("latin-1"), safe=_KEPT + "#[]"))
            if address.scheme == "https" and urlsplit(target).scheme == "http":
                raise BadInput("web.downgrade", host=self.host, target=urlsplit(target).hostname or "")
            url = target
        raise BadInput("web.redirects", host=self.host)

    def _answer(self, address: SplitResult) -> http.client.HTTPResponse:
        """The answer to one request, its body still to be read."""
        port = address.port or _PORTS[address.scheme]
        host = _wire_name(address)
        addresses = self.ways.resolve(host, port)
        if not addresses or not all(map(self.ways.allow, addresses)):
            raise BadInput("web.private", host=self.host)
        connection = http.client.HTTPConnection(host, port)
        connection.sock = self._connected(addresses, port, host if address.scheme == "https" else "")
        default = port == _PORTS[address.scheme]
        shown = f"[{host}]" if ":" in host else host
        connection.putrequest("GET", _target(address), skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", shown if default else f"{shown}:{port}")
        connection.putheader("User-Agent", f"RedPencil/{__version__}")
        connection.putheader("Accept", ", ".join((*sorted(self.kinds), "*/*;q=0.1")))
        connection.putheader("Accept-Encoding", "identity")
        connection.putheader("Connection", "close")
        connection.endheaders()
        return connection.getresponse()

    def _connected(self, addresses: Collection[str], port: int, secured: str) -> socket.socket:
        """A connection to the first of the addresses that takes one, encrypted for the host `secured`."""
        if self._socket is not None:
            self._socket.close()
        problem: OSError | None = None
        for address in addresses:
            try:
                self._socket = socket.create_connection(
                    (address, port), timeout=max(min(self.remaining(), _CONNECT_SECONDS), 0.001)
                )
                break
            except OSError as error:
                problem = error
        else:
            raise problem or OSError
        self._socket.settimeout(max(self.remaining(), 0.001))
        if secured:
            self._socket = self.ways.trust().wrap_socket(self._socket, server_hostname=secured)
        if self._given_up:
            raise TimeoutError
        return self._socket

    def _received(self, url: str, response: http.client.HTTPResponse) -> Fetched:
        if response.status not in (200, 203):
            raise BadInput("web.refused", host=self.host, status=response.status)
        kind = response.headers.get_content_type() if "Content-Type" in response.headers else ""
        if kind not in self.kinds and kind not in _ANYTHING:
            raise BadInput("web.unreadable_kind", host=self.host, kind=kind)
        data = _unpacked(self._body(response), response.getheader("Content-Encoding") or "", self.host)
        if not data.strip():
            raise BadInput("web.empty", host=self.host)
        charset = response.headers.get_content_charset() or ""
        return Fetched(url, data, kind, charset, _name(response.headers, url))

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        pieces, size = [], 0
        while piece := response.read(_STEP):
            size += len(piece)
            if size > LIMIT:
                raise BadInput("web.too_large", host=self.host, limit=LIMIT // 1_000_000)
            pieces.append(piece)
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)
        return b"".join(pieces)


def _checked(url: str) -> SplitResult:
    """The parts of an address that may be asked; raises BadInput."""
    try:
        address = urlsplit(url)
        port, host = address.port, address.hostname or ""
    except ValueError:
        raise BadInput("web.address", address=url[:_SHOWN]) from None
    if address.scheme not in _PORTS or not host:
        raise BadInput("web.address", address=url[:_SHOWN])
    if address.username is not None or address.password is not None:
        raise BadInput("web.address_login", host=host)
    if port is not None and port not in _PORTS.values() and port < _FIRST_FREE_PORT:
        raise BadInput("web.address_port", host=host, port=port)
    return address


def _wire_name(address: SplitResult) -> str:
    """The host as name servers and certificates know it; raises BadInput for what is no name of one."""
    host = address.hostname or ""
    try:
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        plain = ""
    if not _HOST.fullmatch(plain):
        raise BadInput("web.address", address=address.geturl()[:_SHOWN])
    return plain


def _target(address: SplitResult) -> str:
    """The path and query as they are sent, without the fragment."""
    path = quote(address.path or "/", safe=_KEPT)
    return f"{path}?{quote(address.query, safe=_KEPT)}" if address.query else path


def _unpacked(data: bytes, coding: str, host: str) -> bytes:
    """The body itself; some servers send it packed although it was not asked for."""
    coding = coding.strip().lower()
    if coding in ("", "identity"):
        return data
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise BadInput("web.not_understood", host=host)
    unpacking = zlib.decompressobj(_ANY_HEADER)
    body = unpacking.decompress(data, LIMIT + 1)
    if len(body) > LIMIT:
        raise BadInput("web.too_large", host=host, limit=LIMIT // 1_000_000)
    if not unpacking.eof or unpacking.unused_data:  # part of a page is no page
        raise BadInput("web.fetch_failed", host=host)
    return body


def _name(headers: Message, url: str) -> str:
    """A bare name for what came: as it was sent, else the last part of its address, else the host."""
    address = urlsplit(url)
    sent = headers.get_filename() or unquote(address.path)
    bare = re.split(r"[/\\]", sent.rstrip("/"))[-1]
    return "".join(sign for sign in bare if sign.isprintable())[:120] or address.hostname or ""


def _said(error: Exception, host: str, seconds: float) -> Exception:
    """The sentence for what went wrong on the way."""
    if isinstance(error, BadInput):
        return error
    keys: tuple[tuple[type[Exception], str], ...] = (
        (socket.gaierror, "web.no_host"),
        (ssl.SSLCertVerificationError, "web.certificate"),
        (TimeoutError, "web.slow"),
        (http.client.IncompleteRead, "web.fetch_failed"),
        (http.client.HTTPException, "web.not_understood"),
        (OSError, "web.fetch_failed"),
        (zlib.error, "web.fetch_failed"),
        (ValueError, "web.not_understood"),
    )
    key = next((key for kind, key in keys if isinstance(error, kind)), "")
    if not key:
        return error
    problem = BadInput(key, host=host, **({"seconds": round(seconds)} if key == "web.slow" else {}))
    problem.__cause__ = error
    return problem


def _shut(connection: socket.socket) -> None:
    with suppress(OSError):  # it was closed already
        socket.socket.shutdown(connection, socket.SHUT_RDWR)  # an encrypted one would first say goodbye
