import pytest
from hypothesis import given

from annotator.text.canonical import canonical, is_canonical
from tests.strategies import raw_texts


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\r\nb\rc\u2028d\u2029e\nf", "a\nb\nc\nd\ne\nf"),
        ("\r\r\n\n", "\n\n\n"),
        ("\ufeff\ufeffa", "a"),
        ("\ufffe\ufeffa", "a"),
        ("a\ufeffb\ufffec", "a\ufeffb\ufffec"),
        ("\n\ufeffa", "\n\ufeffa"),
        ("a\x00b", "ab"),
        ("a\ud83db\ude00", "ab"),
        ("\x00\ufeffa", "a"),
        ("\ufeff\ud83d\ufeffa", "a"),
        ("a\r\x00\nb", "a\nb"),
        ("a\u00a0b\u200fc\u200dd\u0085e\x0bf", "a\u00a0b\u200fc\u200dd\u0085e\x0bf"),
        ("e\u0301\u212b", "e\u0301\u212b"),
        ("a\ufdd0b\ufdd1c", "a\ufdd0b\ufdd1c"),
        ("", ""),
    ],
)
def test_what_is_kept_and_what_goes(raw: str, kept: str) -> None:
    assert canonical(raw) == kept


def test_every_other_character_of_the_first_plane_is_kept_first_and_inside() -> None:
    changed = {"\x00", "\r", "\u2028", "\u2029", *map(chr, range(0xD800, 0xE000))}
    for sign in map(chr, range(0x10000)):
        if sign not in changed:
            assert canonical(f"a{sign}b") == f"a{sign}b"
            assert canonical(f"{sign}b") == ("b" if sign in "\ufeff\ufffe" else f"{sign}b")


@given(raw_texts())
def test_the_canonical_form_is_final_and_can_be_written(raw: str) -> None:
    text = canonical(raw)
    assert canonical(text) == text
    assert is_canonical(text)
    assert is_canonical(raw) == (raw == text)
    assert text.encode().decode() == text
    assert not set(text) & set("\r\u2028\u2029\x00")
    assert text[:1] not in {"\ufeff", "\ufffe"}
