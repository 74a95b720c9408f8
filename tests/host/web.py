"""A web site on this machine, and the ways by which a test reaches it under public names."""

import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from annotator.host.addresses import is_public
from annotator.host.fetch import Ways

#: Another spelling of this machine's own address: tests may reach it, its usual one stays refused.
HERE = "127.1"

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """Answers by path; `asked` keeps the headers of each request."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Answer] = {}
        self.asked: list[dict[str, str]] = []
        self.names = {"paper.example": (HERE,)}

    def at(self, path: str, host: str = "paper.example", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def says(self, path: str, body: bytes, status: int = 200, **headers: str) -> str:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        self.answers[path] = answer
        return self.at(path)

    def sends_on(self, path: str, target: str, status: int = 302) -> str:
        return self.says(path, b"", status, Location=target)

    def ways(self, seconds: float = 5.0, trust: ssl.SSLContext | None = None) -> Ways:
        return Ways(
            resolve=self.resolve,
            allow=lambda address: address == HERE or is_public(address),
            trust=lambda: trust or ssl.create_default_context(),
            seconds=seconds,
        )

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        if host in self.names:
            return self.names[host]
        if host.endswith(".example"):
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return tuple(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Visitors that hang up are what the tests are about."""


@contextmanager
def site(certificate: Path | None = None) -> Iterator[Site]:
    """A site that runs until the test is over; encrypted with a `certificate` (a PEM file with its key)."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shown.asked.append(dict(self.headers.items()))
            shown.answers[self.path](self)

        def log_message(self, *_: object) -> None:
            """Tests read no logs."""

    server = _Server(("127.0.0.1", 0), Handler)
    shown = Site(server.server_address[1])
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield shown
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def certificate_for(host: str, folder: Path) -> Path:
    """A certificate that vouches for itself, with its key in the same file; needs the program openssl."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        + ["-days", "2", "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"]
        + ["-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    both = folder / "both.pem"
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    return both
