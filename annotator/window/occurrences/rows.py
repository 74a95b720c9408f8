"""The occurrences of some words as a list in which each has a tick."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from annotator.model.enums import Tag
from annotator.model.spans import Span, Spans
from annotator.model.views import ClaimLine
from annotator.text.anchors import context
from annotator.words import number, say

Index = QModelIndex | QPersistentModelIndex
ClaimsBySpan = Mapping[Span, list[ClaimLine]]

#: The role under which a row's Occurrence stands.
OCCURRENCE = Qt.ItemDataRole.UserRole

#: Longer words are cut short in their context, in code points.
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place of the words, on one line with their context; `taken` tells of a claim that is there."""

    span: Span
    before: str
    words: str
    after: str
    taken: str

    @property
    def line(self) -> str:
        """The words in their context."""
        return self.before + self.words + self.after


class OccurrencesModel(QAbstractListModel):
    """One row for each occurrence; a row is made when it is asked for, for there may be very many.

    Those that are claims of mine with the tag to give have no tick. Signal: `ticks_changed`.
    """

    ticks_changed = Signal()

    def __init__(self, text: str, claims: ClaimsBySpan) -> None:
        super().__init__()
        self._text, self._claims = text, claims
        self._spans = Spans(())
        self._ticked: list[bool] = []
        self._tag = Tag.ALLEGATION

    @property
    def spans(self) -> Spans:
        """All places, in text order."""
        return self._spans

    @property
    def ticked(self) -> tuple[Span, ...]:
        """The places that are ticked, in text order."""
        return tuple(
            span for span, on in zip(self._spans, self._ticked, strict=True) if on and not self._is_mine(span)
        )

    def set_spans(self, spans: Spans) -> None:
        """Shows other places: ticked, but for those that anybody has marked already."""
        self.beginResetModel()
        self._spans = spans
        self._ticked = [span not in self._claims for span in spans]
        self.endResetModel()
        self.ticks_changed.emit()

    def set_tag(self, tag: Tag) -> None:
        """Says which tag they are to get."""
        self._tag = tag
        self._tell_all()

    def tick_all(self, on: bool) -> None:
        """Ticks all there is to tick, or nothing."""
        self._ticked = [on] * len(self._ticked)
        self._tell_all()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._spans)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self._is_mine(self._spans[index.row()]) else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        span = self._spans[index.row()]
        if role == OCCURRENCE:
            return _occurrence(self._text, span, self._claims.get(span, ()))
        if role == Qt.ItemDataRole.CheckStateRole and not self._is_mine(span):
            return Qt.CheckState.Checked if self._ticked[index.row()] else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.data(OCCURRENCE))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._ticked[index.row()] = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()
        return True

    def _is_mine(self, span: Span) -> bool:
        return any(claim.mine and claim.tag is self._tag for claim in self._claims.get(span, ()))

    def _spoken(self, row: int, shown: Occurrence) -> str:
        place, count = number(row + 1), number(len(self._spans))
        if not shown.taken:
            return say("occurrences.spoken", context=shown.line, place=place, count=count)
        return say(
            "occurrences.spoken_taken", context=shown.line, taken=shown.taken, place=place, count=count
        )

    def _tell_all(self) -> None:
        if len(self._spans):
            self.dataChanged.emit(self.index(0), self.index(len(self._spans) - 1))
        self.ticks_changed.emit()


def claims_by_span(lines: Iterable[ClaimLine]) -> ClaimsBySpan:
    """The claims that stand, by the words they are about."""
    found: dict[Span, list[ClaimLine]] = {}
    for line in lines:
        if not line.withdrawn:
            found.setdefault(line.span, []).append(line)
    return found


def _occurrence(text: str, span: Span, claims: Iterable[ClaimLine]) -> Occurrence:
    before, after = context(text, span)
    words = span.cut(text)
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 1]}…"
    if span.start > len(before):
        before = f"…{_from_a_word(before).lstrip()}"
    if span.end + len(after) < len(text):
        after = f"{_to_a_word(after).rstrip()}…"
    return Occurrence(span, _on_one_line(before), _on_one_line(words), _on_one_line(after), _taken(claims))


def _taken(claims: Iterable[ClaimLine]) -> str:
    """What is said of the claim that is there, mine before others'."""
    claim = min(claims, key=lambda each: not each.mine, default=None)
    if claim is None:
        return ""
    tag = say(f"named.tag.{claim.tag}")
    if claim.mine:
        return say("occurrences.already_mine", tag=tag)
    return say("occurrences.already_theirs", name=claim.reviewer, tag=tag)


def _on_one_line(words: str) -> str:
    """The words with one space for each run of white space, at the ends too."""
    return re.sub(r"\s+", " ", words)


def _from_a_word(words: str) -> str:
    """The words without the end of one that was cut, where they have more than that."""
    return words[next((at for at, sign in enumerate(words) if sign.isspace()), 0) :]


def _to_a_word(words: str) -> str:
    """The words without the beginning of one that was cut, where they have more than that."""
    return _from_a_word(words[::-1])[::-1]
