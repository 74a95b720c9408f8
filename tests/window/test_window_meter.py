"""A bar that is as full as the share it shows."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from annotator.window.meter import paint_share


@pytest.mark.parametrize(("share", "filled"), [(0.0, 0), (0.25, 10), (1.0, 40)])
@pytest.mark.parametrize("mirrored", [False, True])
def test_the_full_part_begins_where_lines_begin(qtbot, share, filled, mirrored):
    picture = QImage(40, 3, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_share(painter, QRectF(picture.rect()), share, ("#00ff00", "#000000"), mirrored=mirrored)
    painter.end()
    columns = [picture.pixelColor(x, 1).green() < 128 for x in range(40)]
    assert sum(columns) == filled
    assert columns == sorted(columns, reverse=not mirrored)
