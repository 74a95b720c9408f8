import pytest

from annotator.text.languages import guess


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor of the town said that it was not so.", "en"),
        ("El alcalde negó las acusaciones y los vecinos lo dudan.", "es"),
        ("Der Bürgermeister bestritt, dass das Geld von ihm ist, und ging.", "de"),
        ("市长否认了指控。", "zh"),
        ("市長は否定した。", "ja"),
        ("نفى رئيس البلدية الاتهامات", "ar"),
        ("Мэр отверг обвинения", "ru"),
        ("The reporter wrote: 市长否认", "en"),
        ("123 😀", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_beginning(text: str, language: str) -> None:
    assert guess(text) == language
