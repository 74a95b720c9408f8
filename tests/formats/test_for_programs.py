"""What people read speaks their language; what programs read is the same in every language."""

import pytest

from annotator.formats.outgoing import formatted, write
from annotator.formats.redact import Disclosure
from annotator.formats.registry import writers
from annotator.host.paths import resource
from annotator.words import say, speak
from tests.formats.exported import ARTICLE


@pytest.fixture
def german():
    """Speaks German from the call on."""
    yield lambda: speak("de", resource("translations"))
    speak("en", resource("translations"))


def written(name: str) -> str:
    writer = next(writer for writer in writers() if writer.name == name)
    return b"".join(write(writer, (ARTICLE,), Disclosure())).decode()


@pytest.mark.parametrize("name", ["csv", "json"])
def test_files_for_programs_are_the_same_in_every_language(german, name):
    english = written(name)
    assert "a confidential source" in english  # words of ours are in it
    german()
    assert written(name) == english


def test_files_for_programs_leave_other_words_alone(german):
    german()
    for _ in write(next(w for w in writers() if w.name == "csv"), (ARTICLE,), Disclosure()):
        assert say("tag.denial") == "Dementi"  # as progress is told between two pieces


def test_files_for_people_speak_their_language(german):
    german()
    html, plain = formatted((ARTICLE,), Disclosure())
    for words in (written("markdown"), html, plain):
        assert "Dementi" in words
        assert "eine vertrauliche Quelle" in words
        assert "Denial" not in words
        assert "confidential" not in words
