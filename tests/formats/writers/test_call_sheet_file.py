from dataclasses import replace

from annotator.formats.outgoing import write
from annotator.formats.redact import Disclosure
from annotator.formats.writers import call_sheet_file
from annotator.model.enums import SourceKind, Tag
from annotator.model.spans import Span
from annotator.model.views import ArticleExport, SourceView
from annotator.text.sentences import sentences
from annotator.words import say
from tests.formats.exported import ARTICLE, DENIAL, attribution


def text_of(*articles: ArticleExport, **disclosed: bool) -> str:
    return b"".join(write(call_sheet_file.FORMAT, articles, Disclosure(**disclosed))).decode()


def test_each_source_has_its_sheet_and_the_first_line_says_what_it_is() -> None:
    text = text_of(ARTICLE)
    assert text.startswith("# Call sheet\n\n## ")
    assert "## Ada \\| Møller" in text
    assert "- [x] D “denied selling the list 👩‍👩‍👧 of berths”" in text


def test_a_confidential_name_stays_here() -> None:
    assert "Secret" not in text_of(ARTICLE)
    assert "Jo Secret" in text_of(ARTICLE, confidential=True)


def test_whoever_is_accused_in_the_sentence_is_to_reply() -> None:
    text = "The books were cooked by Lind. The list is whole."
    rask = SourceView("rask", SourceKind.PERSON, "Ines Rask")
    lind = SourceView("lind", SourceKind.PERSON, "Bo Lind")
    accused = replace(
        DENIAL,
        id="accused",
        tag=Tag.ALLEGATION,
        span=Span(0, 21),
        quote=text[0:21],
        attributions=(attribution("a", rask),),
    )
    said = replace(accused, id="said", tag=Tag.FACT, span=Span(31, 48), quote=text[31:48])
    said = replace(said, attributions=(attribution("b", lind),))
    sheet = text_of(replace(ARTICLE, text=text, claims=(accused, said), sentences=sentences(text)))
    lind_s = sheet[sheet.index("## Bo Lind") : sheet.index("## Ines Rask")]
    assert "The books were cooked" in lind_s
    assert say("call_sheet.to_reply") in lind_s


def test_nobody_to_call_is_said() -> None:
    assert text_of() == "# Call sheet\n\nThere is nobody to call.\n"
    assert "nobody to call" in text_of(replace(ARTICLE, claims=()))
