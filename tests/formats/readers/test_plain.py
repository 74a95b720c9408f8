from annotator.formats.readers import plain
from annotator.formats.writers import markdown


def test_text_is_read_with_how_it_was_read() -> None:
    content = plain.read("Zwei Züge".encode("cp1252") * 20, "a.txt", "windows-1252")
    assert content.text == "Zwei Züge" * 20
    assert (content.encoding, content.sure, content.notes) == ("windows-1252", True, ())


def test_damage_is_said() -> None:
    content = plain.read("“ferry” “mayor”".encode() + b"\xff", "a.txt")
    assert content.notes == (("article.damaged_encoding", {"count": 1, "encoding": "utf-8"}),)


def test_markdown_keeps_its_marks() -> None:
    text = "# A *title*\n\n[link](https://a.example) \\_\n"
    assert markdown.FORMAT.read(text.encode(), "a.md", None).text == text
