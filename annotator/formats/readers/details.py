"""Title, author and the like as documents carry them: the elements of Dublin Core (ISO 15836-1)."""

import re

from annotator.formats.xml import Element, local

#: What programs write for an author when nobody has said a name.
_NOBODY = frozenset(
    ("administrator", "admin", "author", "guest", "microsoft office user", "owner", "python-docx")
    + ("un-named", "unknown", "unknown author", "user", "windows user", "word document")
)

#: What programs write for a title when nobody has given one.
_NO_TITLES = frozenset(("document", "no title", "unknown", "unknown title", "untitled", "untitled document"))

_DAY = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d])")


def texts(root: Element) -> dict[str, list[str]]:
    """The words directly in each element below `root`, by the element's local name, in document order."""
    found: dict[str, list[str]] = {}
    for element in root.iter():
        if words := " ".join((element.text or "").split()):
            found.setdefault(local(element.tag), []).append(words)
    return found


def title(found: dict[str, list[str]]) -> str:
    """The first title among what `texts` found, "" where it is one that a program made up."""
    first = found.get("title", [""])[0]
    return "" if first.casefold() in _NO_TITLES else first


def people(names: list[str]) -> str:
    """The names as one byline, each once, without what programs write where they know none."""
    known = (name for name in dict.fromkeys(names) if name and name.casefold() not in _NOBODY)
    return ", ".join(known)


def day(stamp: str) -> str:
    """The ISO date at the beginning of an ISO stamp, "" where there is none."""
    found = _DAY.match(stamp)
    return found[1] if found else ""


def is_web(address: str) -> bool:
    """Whether this is the address of a page on the web."""
    return address.startswith(("http://", "https://"))
