import pytest

from annotator.text.marks import unpaired


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("“We won,” he said", ""),
        ("“We won", "“"),
        ("We won”", "”"),
        ("„Nein“, sagte er", ""),
        ("»Nein«, sagte er", ""),
        ("« Non », dit-il", ""),
        ("”Nej”, sade han", ""),
        ("‘It’s ours,’ he said", ""),
        ("the workers’ dogs’", ""),
        ("it’s, don't", ""),
        ("We won.’", "’"),
        ('"We won," he said', ""),
        ('"We won', '"'),
        ('won." He said "yes"', '"'),
        ("'We won,' he said", ""),
        ("'We won", "'"),
        ("(so (it) said", "("),
        ("so) it said (again)", ")"),
        ("“a (b” c)", ""),
        ("「没有」（对", "（"),
    ],
)
def test_marks_without_their_other_half(words: str, alone: str) -> None:
    assert "".join(words[at] for at in sorted(unpaired(words))) == alone


def test_of_nested_openers_the_outer_is_the_lonely_one() -> None:
    assert unpaired("(so (it) said") == {0}
    assert unpaired('won." He said "yes"') == {4}
