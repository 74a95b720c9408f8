import pytest

from annotator.text.addresses import is_address


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("https://post.example/ferry", True),
        ("HTTP://post.example", True),
        ("https.txt", False),
        ("file:///tmp/a.txt", False),
        ("notes/http://a", False),
    ],
)
def test_a_page_is_told_from_a_file(place: str, page: bool) -> None:
    assert is_address(place) is page
