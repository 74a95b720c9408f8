import json

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.exchange import json_lines, own_json
from annotator.formats.writers import json_
from annotator.model.views import ArticleExport
from tests.formats.exported import ARTICLE
from tests.formats.strategies import articles


def lines(*exported: ArticleExport) -> list[dict[str, object]]:
    data = b"".join(json_lines.write(exported)).decode()
    assert data == "" or data.endswith("\n")
    return [json.loads(line) for line in data.split("\n")[:-1]]


def test_a_line_for_the_article_and_one_for_each_claim() -> None:
    article, *claims = lines(ARTICLE)
    assert (article["type"], article["format"], article["version"]) == ("article", "redpencil", 1)
    assert article["text"] == ARTICLE.text
    assert "claims" not in article
    assert [claim["type"] for claim in claims] == ["claim"] * 4
    assert [claim["id"] for claim in claims] == [claim.id for claim in ARTICLE.claims]
    assert {claim["article"] for claim in claims} == {article["id"]}


def test_nothing_is_an_empty_file() -> None:
    assert lines() == []


@given(st.lists(articles(), max_size=2))
def test_the_lines_hold_what_the_document_holds(exported: list[ArticleExport]) -> None:
    document = json.loads(b"".join(json_.write(tuple(exported))))
    whole = [part for article in document["articles"] for part in (article, *article.pop("claims"))]
    told = lines(*exported)
    for line in told:
        for name in ("type", *(("format", "version") if line["type"] == "article" else ())):
            del line[name]
    assert told == whole


def test_they_are_read_as_the_document_is() -> None:
    data = b"".join(json_lines.write((ARTICLE,)))
    assert json_lines.FORMAT.knows is not None
    assert json_lines.FORMAT.knows(data)
    assert not json_lines.FORMAT.knows(b"".join(json_.write((ARTICLE,))))
    whole = own_json.read(b"".join(json_.write((ARTICLE,))), "a.json", {})
    assert own_json.read_lines(data, "a.jsonl", {}).texts == whole.texts
