"""What stands in a file that is packed, for tests that look for words in files of any format."""

from io import BytesIO
from zipfile import ZipFile


def unpacked(data: bytes) -> bytes:
    """A file's bytes; of a ZIP file those of its parts, of a PDF the words on its pages."""
    if data.startswith(b"%PDF"):
        return _words_of_pdf(data)
    if not data.startswith(b"PK"):
        return data
    archive = ZipFile(BytesIO(data))
    return b"".join(map(archive.read, archive.namelist()))


def _words_of_pdf(data: bytes) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        texts = [document[n].get_textpage().get_text_bounded() for n in range(len(document))]
    finally:
        document.close()
    return " ".join(" ".join(texts).split()).encode()
