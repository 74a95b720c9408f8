"""E-mail (.eml): its words, with the subject as title, the sender as author and the day it was sent.

Format: RFC 5322 (messages), RFC 2046 (parts). Earlier mails that are quoted, and signatures, belong to what
was written and stay; quotes keep their signs and are said. What is attached is named, not read.
"""

import re
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from annotator.formats.encoding import Decoded, decode
from annotator.formats.kinds import MEGABYTE, TEXT_LIMIT, Block, Content, Format, Group
from annotator.formats.readers import details, html_body, mail_text
from annotator.formats.readers.mime import PARTS_LIMIT, Part, mail
from annotator.formats.readers.plain import damage
from annotator.model.drafts import Note
from annotator.model.errors import BadInput

LIMIT = 64 * MEGABYTE

_DEPTH_LIMIT = 10
_NAMES_LIMIT = 5

#: The most lines or tags of one text that are read.
_MARKS_LIMIT = 250_000
_NAME_LIMIT = 60

_BEGINNING = 16_384
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_HEADER = re.compile(rb"^([!-9;-~]{1,70}):", re.MULTILINE)
_OF_MAIL = {b"from", b"to", b"date", b"subject", b"message-id", b"received", b"mime-version", b"return-path"}
_OF_PAGES = b"snapshot-content-location"

#: Character sets that mail programs name where they mean the wider one, or have not looked.
_LOOSE = {"": "", "us-ascii": "", "ascii": "", "iso-8859-1": "cp1252", "latin1": "cp1252"}


def knows(data: bytes) -> bool:
    """Whether the bytes begin with the headers of a mail, and are no web page in a mail's clothes."""
    head = _BLANK_LINE.split(data[:_BEGINNING], maxsplit=1)[0]
    names = {match[1].lower() for match in _HEADER.finditer(head)}
    return (
        (_HEADER.match(data) is not None or data.startswith(b"From "))
        and b"from" in names
        and len(names & _OF_MAIL) >= 3
        and _OF_PAGES not in names
    )


def read(data: bytes, name: str, encoding: str | None = None) -> Content:
    """The words of a mail; raises BadInput for what is no mail and for one that is made to take for ever.

    The plain text is taken where there is one, else the HTML. A person should look where broken lines were
    put together.
    """
    if not _HEADER.search(data[:_BEGINNING]):
        raise BadInput("article.not_mail", name=name)
    whole = mail(data[data.find(b"\n") + 1 :] if data.startswith(b"From ") else data)
    parts = _Parts(name)
    parts.take(whole, _DEPTH_LIMIT)
    words = [_words(body, name, encoding) for body in parts.bodies]
    found = [
        paragraph
        for body, decoded in zip(parts.bodies, words, strict=True)
        for paragraph in _paragraphs(body, decoded.text)
    ]
    asked = next((decoded for decoded in words if decoded.encoding), None)
    return Content(
        encoding=asked.encoding if asked else "",
        sure=all(decoded.sure for decoded in words),
        candidates=asked.candidates if asked else (),
        notes=(damage(asked) if asked else ()) + parts.told() + _quotes(found),
        blocks=tuple(Block("> " * paragraph.depth + paragraph.text) for paragraph in found),
        guessed=any(paragraph.is_mended for paragraph in found),
        title=whole.header("Subject"),
        byline=_sender(whole),
        published=_day(whole),
    )


@dataclass(slots=True)
class _Parts:
    """What a mail is made of: parts to read, and the names of those that are attached."""

    name: str
    bodies: list[Part] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    _left: int = PARTS_LIMIT

    def take(self, one: Part, depth: int) -> None:
        """Sort out a part and those in it; raises BadInput where they are too many or too deep."""
        self._left -= 1
        if self._left < 0 or depth < 0:
            raise BadInput("file.unsafe", name=self.name)
        kind = one.kind
        if kind == "multipart/alternative":
            self._take_best(one, depth)
        elif kind.startswith("multipart/"):
            for inner in one.parts():
                self.take(inner, depth - 1)
        elif kind in ("text/plain", "text/html") and not _is_attached(one):
            self.bodies.append(one)
        elif kind == "message/rfc822" or _is_attached(one):
            self.attached.append(one.file or one.inner().header("Subject") or kind)

    def _take_best(self, one: Part, depth: int) -> None:
        """Of several wordings of the same, the plain one, unless nothing stands in it."""
        wordings = []
        for inner in one.parts():
            wording = _Parts(self.name, attached=self.attached, _left=self._left)
            wording.take(inner, depth - 1)
            self._left = wording._left
            wordings.append(wording.bodies)
        written = [bodies for bodies in wordings if any(body.decoded().strip() for body in bodies)]
        plain = (bodies for bodies in written if bodies[0].kind == "text/plain")
        self.bodies += next(plain, written[-1] if written else [])

    def told(self) -> tuple[Note, ...]:
        """What to say of the attached files."""
        if not self.attached:
            return ()
        names = [name[:_NAME_LIMIT] for name in self.attached[:_NAMES_LIMIT]]
        more = ["…"] if len(self.attached) > _NAMES_LIMIT else []
        return (
            ("article.attached_left_out", {"count": len(self.attached), "names": ", ".join(names + more)}),
        )


def _is_attached(one: Part) -> bool:
    return bool(one.file) or one.ask(EmailMessage.get_content_disposition) == "attachment"


def _words(body: Part, name: str, encoding: str | None) -> Decoded:
    """The words of a part; `encoding` "" where its own declaration was right."""
    data = body.decoded()
    if len(data) > TEXT_LIMIT:
        raise BadInput("article.too_long", name=name, limit=TEXT_LIMIT // MEGABYTE)
    if data.count(b"\n") + data.count(b"<") > _MARKS_LIMIT:
        raise BadInput("file.unsafe", name=name)
    charset = body.ask(EmailMessage.get_content_charset)
    codec = _LOOSE.get(charset, charset)
    if codec and encoding is None:
        try:
            return Decoded(data.decode(codec), "", sure=True, candidates=())
        except (LookupError, ValueError):
            pass
    decoded = decode(data, encoding, name=name)
    is_settled = decoded.encoding == "utf-8" and decoded.sure and encoding is None
    return replace(decoded, encoding="") if is_settled else decoded


def _paragraphs(body: Part, text: str) -> list[mail_text.Paragraph]:
    if body.kind == "text/html":
        return [mail_text.Paragraph(found) for found in html_body.paragraphs(text)]
    flow = body.ask(lambda headers: headers.get_param("format"))
    return mail_text.paragraphs(text, is_flowed=flow.lower() == "flowed")


def _quotes(found: list[mail_text.Paragraph]) -> tuple[Note, ...]:
    count = sum(paragraph.depth > 0 for paragraph in found)
    return (("article.quotes_kept", {"count": count}),) if count else ()


def _sender(whole: Part) -> str:
    senders = getaddresses([whole.header("From")])
    return details.people([name or address for name, address in senders])


def _day(whole: Part) -> str:
    """The day on which it was sent, where it was sent."""
    try:
        return parsedate_to_datetime(whole.header("Date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


FORMAT = Format("mail", (".eml",), Group.ARTICLES, read=read, knows=knows, limit=LIMIT)
