"""Pages and times in words, among others and by themselves."""

import pytest

from annotator.words.whereabouts import headed_place, said_place


@pytest.mark.parametrize(
    ("stood", "said", "headed"),
    [
        (("page", "iv", "iv"), "page iv", "Page iv"),
        (("page", "iv", "5"), "pages iv–5", "Pages iv–5"),
        (("time", "0:12:03", "0:12:03"), "at 0:12:03", "0:12:03"),
        (("time", "0:12:03", "0:13:00"), "0:12:03 to 0:13:00", "0:12:03–0:13:00"),
        (None, "", ""),
    ],
)
def test_one_place_and_several(stood, said: str, headed: str) -> None:
    assert said_place(stood) == said
    assert headed_place(stood) == headed
