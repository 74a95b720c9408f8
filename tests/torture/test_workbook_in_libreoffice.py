"""The workbook as LibreOffice reads it: every cell of every sheet, payloads and all."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from annotator.formats.writers import excel
from annotator.formats.writers.sheets import sheets
from tests.formats.test_payloads import EXPORT

OFFICE = shutil.which("soffice")

#: Comma, quotation mark, UTF-8, from the first line, every cell as it shows, quoted, one file for each sheet.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_every_cell_is_read(tmp_path: Path) -> None:
    book = tmp_path / "all.xlsx"
    exported = tuple(article for article in EXPORT if len(article.text) < 1_000)
    book.write_bytes(b"".join(excel.write(exported)))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [str(OFFICE), home, "--headless", "--convert-to", AS_CSV, "--outdir", str(tmp_path), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for sheet in sheets(exported):
        path = tmp_path / f"all-{sheet.name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            found = list(csv.reader(file))
        assert found[0] == [column.heading for column in sheet.columns]
        wanted = [[_shown(str(cell)) for cell in row] for row in sheet.rows]
        assert [[_shown(cell) for cell in row] for row in found[1:]] == wanted


def _shown(words: str) -> str:
    """Without what LibreOffice has no place for: it reads CR LF as a newline, and drops NUL."""
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
