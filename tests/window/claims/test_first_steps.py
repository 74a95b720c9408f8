"""While no claim is picked, the keys one needs first stand in the editor's place."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from annotator.window.claims import first_steps
from annotator.window.claims.editor import ClaimEditor
from annotator.window.claims.first_steps import FirstSteps
from annotator.window.frame.keys import BY_NAME, NAMED

USUAL = {key.name: key.keys[0] if key.keys else "" for key in NAMED}


@pytest.fixture
def steps(qtbot) -> FirstSteps:
    made = FirstSteps()
    qtbot.addWidget(made)
    made.resize(345, 480)
    made.show()
    made.set_keys(USUAL)
    return made


def drawn(steps: FirstSteps) -> list[int]:
    """The rows of pixels in which something is drawn."""
    image = steps.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = image.pixel(1, 1)
    return [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(345))]


def test_a_newcomer_reads_and_hears_the_first_keys(steps: FirstSteps) -> None:
    rows = dict(steps.rows)
    for key, meaning in (("Space", "Nothing here"), ("L", "Link"), ("F8", "open"), ("F1", "tags")):
        assert meaning in rows[key]
        assert f"{key}: {rows[key]}" in steps.accessibleDescription()
    assert {"A", "D", "F", "S", "Ctrl+K"} < set(rows)
    assert steps.accessibleName().startswith("Pick a claim")


def test_they_are_real_actions() -> None:
    assert set(first_steps._FIRST) <= set(BY_NAME)


def test_changed_keys_show_and_switched_off_ones_do_not(steps: FirstSteps) -> None:
    before = len(drawn(steps))
    steps.set_keys(USUAL | {"link": "Ctrl+L", "nothing_here": ""})
    rows = dict(steps.rows)
    assert rows["Ctrl+L"].startswith("Link")
    assert not any(words.startswith("Nothing here") for words in rows.values())
    assert len(drawn(steps)) < before


def test_it_stands_in_the_middle(steps: FirstSteps) -> None:
    lines = drawn(steps)
    assert abs(lines[0] - (steps.height() - lines[-1])) < 20


@pytest.mark.parametrize("height", [60, 160, 250])
def test_in_a_low_panel_what_does_not_fit_is_left_out_and_nothing_is_cut(steps: FirstSteps, height) -> None:
    whole = len(drawn(steps))
    steps.resize(345, height)
    lines = drawn(steps)
    assert 0 < len(lines) < whole
    assert lines[-1] < height - 4


def test_from_right_to_left_the_keys_stand_on_the_right(steps: FirstSteps) -> None:
    placed = {}
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        steps.setLayoutDirection(direction)
        placed[direction] = steps._placed(297, 400)
    for (cap, said), (mirrored_cap, mirrored_said) in zip(*placed.values(), strict=True):
        assert cap.right() < said.left()
        assert mirrored_said.right() < mirrored_cap.left()
        for place in (cap, said, mirrored_cap, mirrored_said):
            assert QRect(0, 0, 345, 400).contains(place)


def test_it_goes_when_a_claim_is_shown(editor: ClaimEditor) -> None:
    assert not editor.findChildren(FirstSteps)[0].isVisible()
    editor.show_claim(None)
    assert editor.findChildren(FirstSteps)[0].isVisible()
