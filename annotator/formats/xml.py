"""XML that nobody vouches for: one way to parse it, whatever format it belongs to.

No entities, nothing loaded from anywhere, no deep or endless trees. XML 1.0 (Fifth Edition).
"""

from typing import Any
from xml.parsers import expat

from annotator.model.errors import BadInput

#: The most tags and attributes together: each takes some hundred bytes in a tree, in a file four.
MARKS_LIMIT = 1_000_000

#: An element of lxml, which has no types of its own.
Element = Any


class UnsafeXmlError(Exception):
    """XML with a DOCTYPE (and so perhaps entities), or deeper or larger than any document's."""


class BrokenXmlError(Exception):
    """What is no well-formed XML."""


def parse(data: bytes) -> Element:
    """The root element, without comments and processing instructions.

    Raises UnsafeXmlError for a DOCTYPE, 256 levels, 10 million bytes in one piece of text or too many tags,
    BrokenXmlError for what is not well formed.
    """
    from lxml import etree  # takes longer to import than most files to read

    if data.count(b"<") + data.count(b"=") > MARKS_LIMIT:
        raise UnsafeXmlError
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        limits = (etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_ENTITY_LOOP)
        raise (UnsafeXmlError if error.code in limits else BrokenXmlError) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeXmlError
    return root


def document(data: bytes, name: str) -> Element:
    """The root element of the XML in the file of that name; raises BadInput where `parse` refuses it."""
    try:
        return parse(data)
    except UnsafeXmlError:
        raise BadInput("file.unsafe", name=name) from None
    except BrokenXmlError as error:
        raise BadInput("file.damaged", name=name) from error


def safe_parser() -> expat.XMLParserType:
    """A namespace-aware expat parser for what is read as a stream; refuses a DOCTYPE with UnsafeXmlError."""

    def refuse(*_declaration: object) -> None:
        raise UnsafeXmlError

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse
    return parser


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace, as expat or lxml write it."""
    return tag.rpartition(" ")[2].rpartition("}")[2]
