"""The Word document in LibreOffice: every comment is there, by whom it is, on the very words."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from annotator.formats.writers import word_document
from tests.formats.documents import WHOLE

OFFICE = shutil.which("soffice")
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here")
def test_comments_stand_on_their_words(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"".join(word_document.write((WHOLE,))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            str(OFFICE),
            "--headless",
            profile,
            "--convert-to",
            "fodt",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "a.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    tree = etree.parse(tmp_path / "a.fodt")
    for mark in tree.xpath("//text:span[@text:style-name = 'Red_20_Pencil_20_Mark']", namespaces=NAMES):
        mark.clear(keep_tail=True)
    comments = tree.xpath("//office:annotation", namespaces=NAMES)
    assert [one.findtext("dc:creator", namespaces=NAMES) for one in comments] == [
        "Rosa",
        "Rosa",
        "Rosa",
        "ليلى",
    ]
    for comment, claim in zip(comments, WHOLE.claims, strict=True):
        assert "".join(under(comment).split()) == "".join(claim.quote.split())
    told = "".join(comments[0].itertext())
    for words in ("D1 Denial", "Ada | Møller [1]", "“selling the list” (claim 2)"):
        assert words in told
    numbered = tree.xpath("//text:list//text:p[starts-with(., 'Harbour ledger')]", namespaces=NAMES)
    assert len(numbered) == 1


def under(comment: etree._Element) -> str:
    """The words between a comment's place and its end."""
    return "".join(
        comment.xpath(
            "following::text()[following::office:annotation-end[@office:name = $name]]"
            "[not(ancestor::office:annotation)]",
            namespaces=NAMES,
            name=comment.get(f"{{{NAMES['office']}}}name"),
        )
    )
