"""Dates and times as a person reads them: local, in the order of their own country."""

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt


def short_date(iso: str) -> str:
    """`14 Mar` for a date of this year, `14 Mar 2019` for others; what is no whole date stays as it is."""
    date = QDate.fromString(iso[:10], Qt.DateFormat.ISODate)
    if not date.isValid():
        return iso
    form = "d MMM" if date.year() == QDate.currentDate().year() else "d MMM yyyy"
    return QLocale().toString(date, form)


def long_date(iso: str) -> str:
    """`14 March 2025`; a year or a month alone stays as it is written."""
    date = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return QLocale().toString(date, "d MMMM yyyy") if date.isValid() else iso


def local_day(at: str) -> str:
    """The day of a moment (ISO 8601 in UTC) where the person is: `Friday, 14 March 2025`."""
    return QLocale().toString(_local(at).date(), "dddd, d MMMM yyyy")


def local_time(at: str, *, seconds: bool = False) -> str:
    """The time of day of a moment (ISO 8601 in UTC) where the person is: `14:02`, or `14:02:11`."""
    return QLocale().toString(_local(at).time(), "HH:mm:ss" if seconds else "HH:mm")


def _local(at: str) -> QDateTime:
    return QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
