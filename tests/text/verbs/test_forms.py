"""The forms of listed verbs, spelt as English spells them."""

import pytest

from annotator.text.verbs import words
from annotator.text.verbs.forms import Act, forms, inflected


@pytest.mark.parametrize(
    ("base", "made"),
    [
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("admit", ["admit", "admits", "admitted", "admitting"]),
        ("accuse", ["accuse", "accuses", "accused", "accusing"]),
        ("dismiss", ["dismiss", "dismisses", "dismissed", "dismissing"]),
        ("lambast", ["lambast", "lambasts", "lambasted", "lambasting"]),
        ("bully", ["bully", "bullies", "bullied", "bullying"]),
    ],
)
def test_regular_forms(base: str, made: list[str]):
    assert list(inflected(base)) == made


def test_irregular_forms_are_given():
    assert {form for form, verb in forms().items() if verb.lemma == "write"} == {
        "write",
        "writes",
        "wrote",
        "written",
        "writing",
    }
    assert "sayed" not in forms()


def test_no_form_belongs_to_two_verbs():
    lists = (words.NEUTRAL_SAYING, words.LOADED_SAYING, words.ACCUSING, words.LOADED_ACCUSING, words.DENYING)
    bases = [entry.split("/")[0] for listed in (*lists, words.LOADED_DOING) for entry in listed.split()]
    assert len(bases) == len(set(bases))
    assert {verb.lemma for verb in forms().values()} == set(bases)
    assert {verb.act for verb in forms().values()} == {Act.SAYING, Act.ACCUSING, Act.DENYING, Act.DOING}


def test_lists_of_exceptions_name_listed_verbs():
    known = {verb.lemma for verb in forms().values()}
    for listed in (words.NOUN_LIKE, words.NEED_THAT, words.NEED_A_CLAUSE, words.NEED_A_CLAIM, words.DOUBLING):
        assert listed <= known
