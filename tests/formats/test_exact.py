from dataclasses import replace

import pytest

from annotator.formats.exact import assert_exact
from annotator.model.errors import RedPencilError
from annotator.model.spans import Span
from tests.formats.exported import ARTICLE, DENIAL


def test_what_stands_in_the_text_passes() -> None:
    assert_exact((ARTICLE, ARTICLE))


@pytest.mark.parametrize("span", [Span(DENIAL.span.start + 1, DENIAL.span.end + 1), Span(0, 0)])
def test_a_moved_quote_is_found(span: Span) -> None:
    moved = replace(ARTICLE, claims=(*ARTICLE.claims, replace(DENIAL, id="moved", span=span)))
    with pytest.raises(RedPencilError) as caught:
        assert_exact((ARTICLE, moved))
    assert caught.value.key == "export.mismatch"
    assert caught.value.values == {"title": ARTICLE.title, "claim": "moved"}
