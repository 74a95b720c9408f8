"""Claims as a REFI-QDA project: texts with coded passages, for programs of qualitative research.

Format: REFI-QDA project exchange 1.5, schema `urn:QDA-XML:project:1.0`. Positions are code points; texts are
UTF-8 with LF and without a byte order mark.
"""

from collections.abc import Iterable, Mapping

from annotator.formats.exchange.archives import zipped
from annotator.formats.exchange.contents import COLOURS, links
from annotator.formats.exchange.refi_qda.names import INTERNAL, NAMESPACE, PROJECT, SOURCES, guid
from annotator.formats.exchange.xml_words import writable
from annotator.formats.writers.outline import ArticleOutline, ClaimOutline, outline
from annotator.formats.xml import Element
from annotator.model.enums import Tag
from annotator.model.views import ArticleExport, ClaimView


def write(articles: tuple[ArticleExport, ...]) -> Iterable[bytes]:
    """The whole project as one ZIP file."""
    from lxml import etree

    told = [(article, outline(article)) for article in articles]
    project = _project(told)
    etree.cleanup_namespaces(project)
    files = {PROJECT: etree.tostring(project, xml_declaration=True, encoding="utf-8")}
    for article in articles:
        files[SOURCES + _source_id(article) + ".txt"] = article.text.encode()
    yield zipped(files)


def _project(told: list[tuple[ArticleExport, ArticleOutline]]) -> Element:
    """The parts in the order that the schema wants."""
    from lxml import etree

    claims = [claim for article, _ in told for claim in article.claims]
    project = etree.Element(f"{{{NAMESPACE}}}Project", nsmap={None: NAMESPACE})
    _set(project, name="Red Pencil", origin="Red Pencil")
    people = {_person_id(claim): claim.reviewer for claim in claims}
    if people:
        _set(project, creatingUserGUID=next(iter(people)))
        users = _add(project, "Users")
        for person, name in people.items():
            _add(users, "User", guid=person, name=name)
    codes = _add(_add(project, "CodeBook"), "Codes")
    for tag in Tag:
        _add(codes, "Code", guid=_code_id(tag), name=tag.value, isCodable="true", color=COLOURS[tag])
    sources = _add(project, "Sources") if told else None
    for article, lines in told:
        _add_source(sources, article, lines)
    if claims:
        notes = _add(project, "Notes")
        for article, lines in told:
            for claim, line in zip(article.claims, lines.claims, strict=True):
                _add_note(notes, claim, line)
    _add_links(project, claims)
    return project


def _add_source(sources: Element, article: ArticleExport, lines: ArticleOutline) -> None:
    source = _add(
        sources,
        "TextSource",
        guid=_source_id(article),
        name=article.title,
        plainTextPath=f"{INTERNAL}{_source_id(article)}.txt",
    )
    if lines.appeared:
        _add(source, "Description", "\n".join(lines.appeared))
    for claim in article.claims:
        _add_passage(source, claim)


def _add_passage(source: Element, claim: ClaimView) -> None:
    made = {"creatingUser": _person_id(claim), "creationDateTime": claim.created}
    changed = {"modifyingUser": _person_id(claim), "modifiedDateTime": claim.modified}
    passage = _add(
        source,
        "PlainTextSelection",
        guid=guid("claim", claim.id),
        name=claim.plain_words,
        startPosition=str(claim.span.start),
        endPosition=str(claim.span.end),
        **made,
        **changed,
    )
    if claim.note:
        _add(passage, "Description", claim.note)
    coding = _add(passage, "Coding", guid=guid("coding", claim.id + "-coding"), **made)
    _add(coding, "CodeRef", targetGUID=_code_id(claim.tag))
    _add(passage, "NoteRef", targetGUID=_note_id(claim))


def _add_note(notes: Element, claim: ClaimView, line: ClaimOutline) -> None:
    """All that is known of a claim, in words."""
    note = _add(notes, "Note", guid=_note_id(claim), name=f"{line.number}. {line.heading}")
    _add(note, "PlainTextContent", "\n".join(fact.line for fact in line.facts))


def _add_links(project: Element, claims: list[ClaimView]) -> None:
    pairs = list(links(claims))
    parent = _add(project, "Links") if pairs else None
    for denial, allegation in pairs:
        _add(
            parent,
            "Link",
            guid=guid("link", f"{denial} {allegation}"),
            name="answers",
            direction="OneWay",
            originGUID=guid("claim", denial),
            targetGUID=guid("claim", allegation),
        )


def _source_id(article: ArticleExport) -> str:
    return guid("article", article.id)


def _person_id(claim: ClaimView) -> str:
    return guid("person", claim.author or claim.reviewer)


def _code_id(tag: Tag) -> str:
    return guid("tag", tag.value)


def _note_id(claim: ClaimView) -> str:
    return guid("note", claim.id + "-note")


def _add(parent: Element, tag: str, words: str = "", /, **attributes: str) -> Element:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    if words:
        element.text = writable(words)
    _set(element, **attributes)
    return element


def _set(element: Element, /, **attributes: str) -> None:
    known: Mapping[str, str] = {name: writable(words) for name, words in attributes.items() if words}
    element.attrib.update(known)
