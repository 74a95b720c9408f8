"""What a web page says of itself: title, author, publisher, date, address and language.

Formats: meta elements (the HTML Living Standard 4.2.5, Open Graph, Dublin Core, Highwire), JSON-LD 1.1 with
the vocabulary of schema.org, and the comments in which browsers and SingleFile note where they saved a page.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_JSON_LIMIT = 1_000_000
_NODE_LIMIT = 2_000
_LENGTH_LIMIT = 500

_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "headline", "twitter:title", "title")
_AUTHORS = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "byl")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_DATES = (
    ("article:published_time", "og:article:published_time", "datepublished", "citation_publication_date")
    + ("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date")
    + ("citation_date", "sailthru.date", "pubdate", "publish-date", "date")
)
_LANGUAGES = ("content-language", "og:locale", "dc.language", "language")

#: Where a page was saved from: as browsers write it, and as SingleFile and its kind do.
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d{1,6}\)(?P<browser>https?://[^\s<>]{1,2000})"
    r"|Page saved with SingleFile\s{1,9}url:\s{0,9}(?P<single>https?://[^\s<>]{1,2000})"
)
_SAVED_WITHIN = 20_000

_DAY = re.compile(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")
_SUFFIX = re.compile(r"\s+[|–—·•»-]\s+")
_BY = re.compile(r"^(?:by|von|par|por|di)[\s:]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Details:
    """What a page says of itself, "" where it does not.

    `published` is an ISO date; `partial` says that only who pays is shown the whole. `body` is the article as
    programs are given it, mostly without its paragraphs.
    """

    title: str = ""
    byline: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    partial: bool = False
    body: str = ""


def details(tree: "HtmlElement", source: str, headline: str, address: str = "") -> Details:
    """What the page says of itself; `headline` is what it shows as such, `address` where it came from."""
    metas = _metas(tree)
    said = _json_ld(tree)
    address = address or saved_from(source)
    url = _address(tree, metas, said, address)
    publisher = _names(said.get("publisher")) or _first(metas, _PUBLISHERS) or _host(url)
    return Details(
        title=headline or _text(said.get("headline")) or _first(metas, _TITLES) or _page_title(tree),
        byline=_names(said.get("author")) or _byline(metas) or _shown_author(tree),
        publisher=publisher,
        url=url,
        published=_published(tree, metas, said),
        language=_language(tree, metas, said),
        partial=str(said.get("isAccessibleForFree")).lower() == "false",
        body=body if isinstance(body := said.get("articleBody"), str) else "",
    )


def saved_from(source: str) -> str:
    """The address that the program which saved a page noted in it, "" where there is none."""
    found = _SAVED_FROM.search(source[:_SAVED_WITHIN])
    return unescape(found["browser"] or found["single"]) if found else ""


def _metas(tree: "HtmlElement") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        names = (meta.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
        name = next(filter(None, names), "")
        if words := _text(meta.get("content")):
            found.setdefault(name.strip().lower(), []).append(words)
    return found


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((metas[name][0] for name in names if name in metas), "")


def _byline(metas: dict[str, list[str]]) -> str:
    for name in _AUTHORS:
        people = [words for words in metas.get(name, []) if not words.startswith(("http:", "https:", "@"))]
        if people:
            return _without_by(", ".join(dict.fromkeys(people)))
    return ""


def _shown_author(tree: "HtmlElement") -> str:
    """Who the page shows as its author, where it says so to programs by a link or a property."""
    for element in tree.iterfind(".//*[@itemprop='author']"):
        inner = element.find(".//*[@itemprop='name']")
        return _without_by(_text((element if inner is None else inner).text_content()))
    for path in (".//a[@rel='author']", ".//address//a", ".//*[@class='byline']", ".//*[@class='author']"):
        if (element := tree.find(path)) is not None and (words := _text(element.text_content())):
            return _without_by(words) if len(words) <= 120 else ""
    return ""


def _without_by(words: str) -> str:
    return _BY.sub("", words)


def _published(tree: "HtmlElement", metas: dict[str, list[str]], said: dict[str, Any]) -> str:
    claimed = [_text(said.get("datePublished")), *(words for name in _DATES for words in metas.get(name, []))]
    times = (time.get("datetime") or "" for time in tree.iterfind(".//time[@datetime]"))
    return next(filter(None, map(_day, (*claimed, *times))), "")


def _day(words: str) -> str:
    """The ISO date at the beginning of a time, "" where there is none."""
    found = _DAY.match(words.strip())
    if found is None:
        return ""
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return ""


def _address(tree: "HtmlElement", metas: dict[str, list[str]], said: dict[str, Any], address: str) -> str:
    canonical = tree.find(".//link[@rel='canonical']")
    page = said.get("mainEntityOfPage")
    claimed = (
        "" if canonical is None else canonical.get("href") or "",
        _first(metas, ("og:url",)),
        page.get("@id") if isinstance(page, dict) else page,
        said.get("url"),
        address,
    )
    return next((url for words in claimed if (url := web_address(_text(words), address))), "")


def web_address(words: str, base: str = "") -> str:
    """An absolute address of the web, "" for whatever is none."""
    try:
        url = urljoin(base, words) if words else ""
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname and not parts.username else ""


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _language(tree: "HtmlElement", metas: dict[str, list[str]], said: dict[str, Any]) -> str:
    body = tree.find("body")
    shown = "" if body is None else body.get("lang")
    claimed = (
        tree.get("lang"),
        tree.get("xml:lang"),
        shown,
        _first(metas, _LANGUAGES),
        said.get("inLanguage"),
    )
    tags = (_text(words).replace("_", "-") for words in claimed)
    return next((tag for tag in tags if _LANGUAGE.fullmatch(tag)), "")


def _page_title(tree: "HtmlElement") -> str:
    """The title of the window, without the name of the site behind its last bar."""
    title = tree.find(".//title")
    words = _text(title.text_content()) if title is not None else ""
    parts = _SUFFIX.split(words)
    return words if len(parts) < 2 else words[: words.rindex(parts[-1])].rstrip(" |–—·•»-")


def _json_ld(tree: "HtmlElement") -> dict[str, Any]:
    """The first article that the page describes in JSON-LD, else the page itself, else nothing."""
    found: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        if script.text and len(script.text) <= _JSON_LIMIT:
            try:
                found.extend(_nodes(json.loads(script.text, strict=False)))
            except (ValueError, RecursionError):
                continue
    for ending in (("Article", "Posting"), ("WebPage",)):
        for node in found:
            kinds = node.get("@type")
            if any(str(kind).endswith(ending) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return node
    return {}


def _nodes(whole: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document that may describe the page."""
    waiting = [whole]
    for _ in range(_NODE_LIMIT):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:_NODE_LIMIT])
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)


def _names(value: Any) -> str:
    """The names of people or of an organisation, as JSON-LD has them."""
    several = value if isinstance(value, list) else [value]
    names = (_text(one.get("name") if isinstance(one, dict) else one) for one in several[:20])
    return ", ".join(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _text(value: Any) -> str:
    """A value as one line; pages escape what needs no escaping."""
    return " ".join(unescape(value).split())[:_LENGTH_LIMIT] if isinstance(value, str) else ""
