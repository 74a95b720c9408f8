"""Every message key has a sentence, every sentence a use, and each can be said."""

import re
import string
from importlib import import_module
from pathlib import Path

from annotator.host.paths import resource
from annotator.words import messages
from annotator.words.messages import ENGLISH
from tests.house.finders import beginnings, modules, strings, unknown_keys

FOLDER = Path(messages.__file__).parent
#: Templates say sentences too, by keys in single quotes.
TEMPLATES = list(resource("page").glob("*.html"))
SAID = {key for file in TEMPLATES for key in re.findall(r"say\('([^']+)'", file.read_text(encoding="utf-8"))}
MODULES = [module for module in modules() if not module.name.startswith("annotator/words/messages/")]


def test_every_key_has_a_sentence():
    assert [place for module in MODULES for place in unknown_keys(module, set(ENGLISH))] == []
    assert [key for key in SAID if key not in ENGLISH and not key.endswith(".")] == []


def test_every_sentence_is_used():
    used = SAID | {text for module in MODULES for text in strings(module)}
    put_together = tuple(beginning for module in MODULES for beginning in beginnings(module))
    assert [key for key in ENGLISH if key not in used and not key.startswith(put_together)] == []


def test_no_key_stands_in_two_modules():
    subjects = [*messages.FIRST, *messages.REST]
    assert sorted(subjects) == sorted(file.stem for file in FOLDER.glob("*.py") if file.stem != "__init__")
    groups = [import_module(f"annotator.words.messages.{subject}").SENTENCES for subject in subjects]
    assert sum(len(group) for group in groups) == len(ENGLISH)


def test_sentences_take_named_values_only():
    for key, sentence in ENGLISH.items():
        for form in sentence if isinstance(sentence, tuple) else (sentence,):
            assert all(name.isidentifier() for name in values_of(form)), key
        assert not isinstance(sentence, tuple) or "count" in values_of(sentence[1]), key


def values_of(form: str) -> set[str]:
    """The names of the values that a sentence takes."""
    return {field for _, field, _, _ in string.Formatter().parse(form) if field is not None}
