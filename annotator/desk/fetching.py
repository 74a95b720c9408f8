"""The article at an address of the web, fetched because a person asked for it."""

from collections.abc import Callable
from dataclasses import replace

from annotator.host.fetch import Fetched, Ways, fetch
from annotator.model.drafts import Draft

#: The media types that are fetched, by the ending of the files that hold the same (IANA media types).
_ENDINGS: dict[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/x-subrip": ".srt",
    "text/vtt": ".vtt",
}


def read_url(url: str, stopped: Callable[[], bool] = lambda: False, ways: Ways | None = None) -> Draft:
    """The article at an address, for a person to look at; its `url` is the one it was found at in the end.

    Raises BadInput with the sentence for what went wrong, and Cancelled once `stopped` says so.
    """
    from annotator.formats import incoming

    kinds = {kind: form for kind, ending in _ENDINGS.items() if (form := _format_of(ending))}
    fetched = fetch(url.strip(), kinds, stopped, ways or Ways())
    draft = incoming.read_data(
        fetched.data, fetched.name, _encoding(fetched), form=_form(fetched, kinds), stopped=stopped
    )
    return replace(draft, url=fetched.url, file="")


def _form(fetched: Fetched, kinds: dict[str, str]) -> str:
    """The name of the format, "" where the name and the bytes say more than the server does."""
    if fetched.content_type == "text/plain" and _format_of(fetched.name):
        return ""
    return kinds.get(fetched.content_type, "")


def _format_of(name: str) -> str:
    from annotator.formats.registry import by_ending, readers

    form = by_ending(readers(), name)
    return form.name if form else ""


def _encoding(fetched: Fetched) -> str | None:
    """The encoding that the server names, None unless the bytes can be in it and need to be told."""
    from annotator.formats.readers.html_page import named_encoding

    return named_encoding(fetched.charset, fetched.data)
