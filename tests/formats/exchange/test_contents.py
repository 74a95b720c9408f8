from dataclasses import replace

import pytest

from annotator.formats.exchange.contents import address, links, the_only
from annotator.model.errors import BadInput
from tests.formats.exported import ARTICLE, DENIAL, INNER


def test_links_are_those_of_which_both_ends_are_there() -> None:
    assert list(links((INNER, DENIAL))) == [(DENIAL.id, INNER.id)]
    assert list(links((DENIAL,))) == []


def test_the_address_is_the_first_that_is_known() -> None:
    assert address(replace(ARTICLE, appearances=ARTICLE.appearances[::-1])) == "https://post.example/ferry"
    assert address(replace(ARTICLE, appearances=())) == ""


@pytest.mark.parametrize("articles", [(), (ARTICLE, ARTICLE)])
def test_one_article_is_neither_none_nor_several(articles) -> None:
    assert the_only((ARTICLE,)) is ARTICLE
    with pytest.raises(BadInput, match=r"exchange\.one_article"):
        the_only(articles)
