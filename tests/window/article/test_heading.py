from annotator.window.article.heading import meta_line
from tests.window.article.conftest import page


def test_words_are_counted_whatever_stands_around_them() -> None:
    assert "6 words" in meta_line(page("\n\nRoof\n\n\nIt leaks,  the mayor said.\n"))


def test_the_words_of_a_long_text_are_counted_about_right() -> None:
    line = meta_line(page("\n\n".join(["It leaks, she said."] * 10_000)))
    assert "40000 words" in line.replace(",", "")


def test_a_text_without_spaces_is_counted_in_characters() -> None:
    assert "8 characters" not in meta_line(page("Roof it."))
    assert "40 characters" in meta_line(page("药" * 40))
