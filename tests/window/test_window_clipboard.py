"""What Python puts on the clipboard must not bring the program down at its end."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtWidgets import QApplication
from annotator.window.article.view import ArticleView
app = QApplication([])
view = ArticleView()
view.set_text("words to copy")
view.selectAll()
view.copy()
print(app.clipboard().text(), app.clipboard().mimeData().formats())
"""


def test_a_program_ends_well_with_its_words_on_the_clipboard() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "words to copy ['text/plain']"
    assert done.returncode == 0, done.stderr
