"""How the pages of the preferences are laid out."""

from PySide6.QtWidgets import QFormLayout, QWidget

#: The room round a page's content in pixels: left, top, right, bottom.
PAGE = (7, 16, 18, 14)


def form_in(page: QWidget) -> QFormLayout:
    """A form that fills a page: names of fields beside them, above them where room lacks."""
    form = QFormLayout(page)
    form.setContentsMargins(*PAGE)
    form.setVerticalSpacing(10)
    form.setHorizontalSpacing(14)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form
