"""Where a passage stood in the file that its article came from, in words."""

from annotator.words import say

#: A kind of place, "page" or "time", with its first and last label.
Stood = tuple[str, str, str]


def said_place(stood: Stood | None) -> str:
    """As it stands among other words: "page 3", "at 0:12:03"; empty where it is not known."""
    if stood is None:
        return ""
    _, first, last = stood
    return say(f"where.{_counted(stood)}", first=first, last=last)


def headed_place(stood: Stood | None) -> str:
    """As it stands by itself: "Page 3", "0:12:03"; empty where it is not known."""
    if stood is None:
        return ""
    _, first, last = stood
    return say(f"where.alone.{_counted(stood)}", first=first, last=last)


def _counted(stood: Stood) -> str:
    """The kind, in the plural where there are several."""
    kind, first, last = stood
    return kind if first == last else f"{kind}s"
