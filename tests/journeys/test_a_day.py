"""A checker's day: from opening the article to the export, every step by mouse and keyboard."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotator.desk.transfer import Choice
from annotator.host.paths import seeds_folder
from annotator.model.enums import Stance, Tag
from annotator.window.hands import wait_until
from tests.journeys.person import Person

K = Qt.Key

#: A real article lies beside some checkouts; elsewhere a sample does.
_SHARED = sorted((Path(__file__).parents[2].parent / "shared" / "seeds").glob("*.txt"))
ARTICLE = _SHARED[0] if _SHARED else seeds_folder() / "02-telecom.txt"


def sentences(person: Person) -> list[str]:
    """The statements of the article's body, long enough to be marked."""
    page = person.window.reading.page
    cut = [span.cut(page.text).rstrip(".") for span in page.sentences]
    return [words for words in cut if len(words) > 40]


@pytest.fixture
def at_work(person: Person) -> Person:
    person.window.importing.take_files([ARTICLE])
    wait_until(lambda: person.window.reading.page is not None)
    person.settle()
    return person


def evidence(person: Person, source: str) -> None:
    person.press(K.Key_E)
    field = person.window.editor.evidence.form.field
    QTest.keyClicks(field, source)
    QTest.keyClick(field, K.Key_Return)
    person.settle()
    QTest.keyClick(field, K.Key_Escape)
    person.settle()


def test_a_day(at_work: Person, tmp_path: Path) -> None:
    person = at_work
    statements = sentences(person)
    allegation = person.mark(statements[1], K.Key_A)
    person.say_by("The article itself")
    denial = person.mark(statements[2], K.Key_D)
    person.say_by("Huawei")
    person.say_by("Reuters")
    evidence(person, "Annual report")
    fact = person.mark(statements[3], K.Key_F)
    person.say_by("Reuters")
    person.press(K.Key_N)
    QTest.keyClicks(person.window.editor.notes.note, "Ask for the date.")
    person.click(statements[1][-12:])  # its beginning may stand in the text twice
    assert person.picked.id == allegation.id

    quotes = {line.id: line.quote for line in person.claims}
    assert all(quote in person.text for quote in quotes.values())
    assert person.whole(fact.id).note == "Ask for the date."
    whole = person.whole(denial.id)
    assert [link.source.name for link in whole.attributions] == ["Huawei", "Reuters"]
    assert [(one.stance, one.source.name) for one in whole.evidence] == [(Stance.SUPPORTS, "Annual report")]

    article = person.window.reading.article
    for name, form in (("day.csv", "csv"), ("day.json", "json"), ("day.md", "markdown")):
        person.window.exporting.write(tmp_path / name, Choice((article,)), form)
    person.settle()
    rows = list(csv.DictReader((tmp_path / "day.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["tag"] for row in rows] == ["allegation", "denial", "reported fact"]
    assert rows[1]["said_by"].startswith("Huawei")
    (written,) = json.loads((tmp_path / "day.json").read_text(encoding="utf-8"))["articles"]
    assert all(written["text"][c["start"] : c["end"]] == c["quote"] for c in written["claims"])
    assert "Ask for the date." in (tmp_path / "day.md").read_text(encoding="utf-8")
    assert "Exported 3 claims to day.md" in person.window.messages.words


def test_the_day_is_still_there_the_next_morning(at_work: Person) -> None:
    person = at_work
    words = sentences(person)[0]
    person.mark(words, K.Key_D)
    person.say_by("Huawei")
    before = person.content()
    person.window.close()
    person.starter.close()
    person.starter.window = None
    morning = Person(person.starter, person.library)
    assert morning.content() == before
    assert [(claim.tag, claim.speakers) for claim in morning.claims] == [(Tag.DENIAL, ("Huawei",))]


def test_words_selected_in_the_text_become_the_source_with_their_span(at_work: Person) -> None:
    person = at_work
    claim = person.mark(sentences(person)[2], K.Key_F)
    speaker = person.text.split()[0]
    person.drag(speaker)
    person.press(K.Key_S)  # nobody in the register is like that: nothing to decide
    assert person.view.hasFocus()
    (link,) = person.whole(claim.id).attributions
    assert (link.source.name, link.words, link.span.start) == (speaker, speaker, 0)


def test_copy_as_formatted_text_holds_tags_quotes_and_sources(at_work: Person) -> None:
    person = at_work
    claim = person.mark(sentences(person)[1], K.Key_A)
    person.say_by("Huawei & Co")
    person.menu("copy_formatted")
    data = QGuiApplication.clipboard().mimeData()
    for said in (data.text(), data.html()):
        assert "Allegation" in said
    assert claim.quote in data.text()
    assert "Huawei &amp; Co" in data.html()
    assert "Copied 1 claim" in person.window.messages.words
