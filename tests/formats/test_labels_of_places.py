"""What a file calls its pages is kept as one short line, whatever the file says."""

from annotator.formats.kinds import Block, Content
from annotator.formats.reading import draft
from annotator.model.places import PlaceKind


def test_labels_are_one_short_line_and_an_empty_one_is_none() -> None:
    blocks = (
        Block("One.", page=" A\n12\0\ud800 "),
        Block("Two.", page="9" * 5000),
        Block("Three.", page="\0"),
    )
    made = draft(Content(blocks=blocks), "pages.pdf")
    assert [(place.kind, place.value) for place in made.places] == [
        (PlaceKind.PAGE, "A 12"),
        (PlaceKind.PAGE, "9" * 32),
    ]
