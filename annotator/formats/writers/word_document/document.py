"""The Word file round its inside: styles, lists, page numbers, properties, comments."""

from io import BytesIO
from typing import TYPE_CHECKING

from annotator.formats.writers.characters import printable
from annotator.formats.writers.word_document.body import BULLETS, FIRST_NUMBERED, Body, body
from annotator.formats.writers.word_document.xml import wrapped
from annotator.host.paths import resource
from annotator.model.views import ArticleExport

if TYPE_CHECKING:
    from docx.document import Document

_MARGIN = 25  # millimetres
_A4 = (210, 297)

#: A longer title, or name of who wrote the file, is refused as a property of it.
_LONGEST = 255

_BULLET, _NUMBER = 90, 91  # abstract lists of ours; the template's have smaller numbers
_LIST = (
    '<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="start"/>'
    '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
)
_USE = '<w:num w:numId="{id}"><w:abstractNumId w:val="{list}"/>{again}</w:num>'
_AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
_PAGE_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def document(articles: tuple[ArticleExport, ...]) -> bytes:
    """The whole file."""
    from docx import Document

    made, inside = Document(), body(articles)
    _set_styles(made)
    _set_lists(made, inside.numbered)
    _set_page(made)
    _set_properties(made, articles)
    _fill(made, inside)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _fill(made: "Document", inside: Body) -> None:
    """Puts text and comments in as whole trees: moved one by one, ten thousand take half a minute."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml import parse_xml
    from docx.parts.comments import CommentsPart

    old, new = made.element.body, parse_xml(wrapped("body", "".join(inside.text)))
    new.append(old[-1])  # the properties of the page
    made.element.replace(old, new)
    if inside.comments:
        comments = parse_xml(wrapped("comments", "".join(inside.comments)))
        name, package = PackURI("/word/comments.xml"), made.part.package
        part = CommentsPart(name, CONTENT_TYPE.WML_COMMENTS, comments, package)
        made.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def _set_styles(made: "Document") -> None:
    from docx.oxml import parse_xml

    there = {style.style_id: style.element for style in made.styles}
    for style in list(parse_xml(resource("word/styles.xml").read_bytes())):
        if style.tag.endswith("}style"):
            if (old := there.get(style.styleId)) is not None:
                made.styles.element.remove(old)
            made.styles.element.append(style)


def _set_lists(made: "Document", numbered: int) -> None:
    """Makes lists of ours; each that is numbered counts from 1."""
    from docx.oxml import parse_xml

    lists = _LIST.format(id=_BULLET, kind="bullet", mark="–") + _LIST.format(
        id=_NUMBER, kind="decimal", mark="[%1]"
    )
    uses = _USE.format(id=BULLETS, list=_BULLET, again="") + "".join(
        _USE.format(id=FIRST_NUMBERED + n, list=_NUMBER, again=_AGAIN) for n in range(numbered)
    )
    element = made.part.numbering_part.element
    del element[:]
    element.extend(parse_xml(wrapped("numbering", lists + uses)))


def _set_page(made: "Document") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.shared import Mm

    section = made.sections[0]
    section.page_width, section.page_height = Mm(_A4[0]), Mm(_A4[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    foot = section.footer.paragraphs[0]
    foot.style, foot.alignment = made.styles["Red Pencil Head"], WD_ALIGN_PARAGRAPH.CENTER
    foot._p.extend(parse_xml(wrapped("p", _PAGE_NUMBER)))  # noqa: SLF001 (python-docx has no fields)


def _set_properties(made: "Document", articles: tuple[ArticleExport, ...]) -> None:
    """Names the file as programs show it; dates are left to the file itself."""
    properties = made.core_properties
    properties.title = printable("; ".join(" ".join(article.title.split()) for article in articles))[
        :_LONGEST
    ]
    people = dict.fromkeys(claim.reviewer for article in articles for claim in article.claims)
    properties.author = printable(", ".join(people))[:_LONGEST]
    properties.comments = ""  # the template's own
