"""Addresses of the web as people name them."""

_SCHEMES = ("http://", "https://")


def is_address(place: str) -> bool:
    """Whether something a person named is a page of the web rather than a file."""
    return place.lower().startswith(_SCHEMES)
