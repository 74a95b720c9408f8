"""What a person may have to decide about a review file before it is taken in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.deliveries import MergeOptions, SetAside
from annotator.window.margins import margins
from annotator.window.merging.incoming import Incoming
from annotator.window.plain import plain_label
from annotator.window.sending.picks import Picks
from annotator.window.sending.ticked_list import TickedList
from annotator.window.ticks import Tick
from annotator.words import say

_NOBODY = ""
_ASIDE, _ONCE, _FROM_NOW_ON = "aside", "once", "from now on"
_INDENT = 12  # pixels
_ID_SHOWN = 8  # characters of an id that tells somebody from another of the name


class Questions(QWidget):
    """Who I am, which sources are one, what is done with rows set aside; nothing is decided at first.

    Signal: `answered`.
    """

    answered = Signal()

    def __init__(self, incoming: Incoming, me: str = "") -> None:
        """`me` is my name: where a packet is for somebody of that name, that is proposed."""
        super().__init__()
        self._incoming, self._me = incoming, me
        self.who: Picks | None = None
        self.same: dict[str, Tick] = {}
        self.sources: TickedList | None = None
        self.aside: Picks | None = None
        self._build()

    @property
    def options(self) -> MergeOptions:
        """What was decided."""
        summary = self._incoming.summary
        me = [self.who.value] if self.who is not None and self.who.value != _NOBODY else []
        me += [person for person, tick in self.same.items() if tick.isChecked()]
        joined = self.sources.ticked if self.sources is not None else ()
        aside = self.aside.value if self.aside is not None else _ASIDE
        return MergeOptions(
            join=tuple((match.here, match.incoming) for match in summary.matches if match.incoming in joined),
            same_person=tuple(dict.fromkeys(me)),
            pair=tuple((one.reviewer, one.device) for one in summary.set_aside)
            if aside == _FROM_NOW_ON
            else (),
            trust=aside == _ONCE,
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to decide."""
        return self._column.count() == 0

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        summary = self._incoming.summary
        if summary.assigned_to:
            self._build_who(summary.assigned_to)
        same = [found for found in summary.same_names if found[0] not in summary.assigned_to]
        for person, name in same:
            self._build_same(person, name, one_of_several=len(same) > 1)
        if summary.set_aside:
            self._build_aside(summary.set_aside)
        if summary.matches:
            self._build_sources()

    def _build_who(self, people: tuple[str, ...]) -> None:
        names = {person: self._incoming.name_of(person) for person in people}
        self._ask(say("merging.packet_for", names=", ".join(names.values())))
        self.who = Picks([(_NOBODY, say("merging.none_of_them")), *names.items()])
        for person, name in names.items():
            if name.casefold() == self._me.casefold():
                self.who.choose(person)
        self.who.chosen.connect(lambda _: self.answered.emit())
        self._add(self.who)

    def _build_same(self, person: str, name: str, *, one_of_several: bool) -> None:
        self._ask(say("merging.same_name", name=name))
        words = say("merging.same_person")
        tick = Tick(f"{words} · {person[:_ID_SHOWN]}" if one_of_several else words)
        tick.toggled.connect(lambda _: self.answered.emit())
        self.same[person] = tick
        self._add(tick)

    def _build_aside(self, found: tuple[SetAside, ...]) -> None:
        for one in found:
            device = one.device_name or say("merging.unknown_device")
            self._ask(say("merging.aside", count=one.rows, name=one.name, device=device))
            for quote in one.quotes:
                self._add(plain_label(say("merging.quote", quote=quote), "quiet", wraps=True))
        names = ", ".join(dict.fromkeys(one.name for one in found))
        self.aside = Picks(
            [
                (_ASIDE, say("merging.leave_aside")),
                (_ONCE, say("merging.take_once", names=names)),
                (_FROM_NOW_ON, say("merging.take_always", names=names)),
            ]
        )
        self.aside.chosen.connect(lambda _: self.answered.emit())
        self._add(self.aside)

    def _build_sources(self) -> None:
        matches = self._incoming.summary.matches
        self._ask(say("merging.sources_alike", count=len(matches)))
        self.sources = TickedList(say("merging.sources_list"))
        self.sources.set_rows([(match.incoming, match.name) for match in matches])
        self.sources.ticks_changed.connect(self.answered)
        self._add(self.sources)

    def _ask(self, sentence: str) -> None:
        if self._column.count():
            self._column.addSpacing(10)
        self._column.addWidget(plain_label(sentence, wraps=True))

    def _add(self, widget: QWidget) -> None:
        around = QVBoxLayout()
        around.setContentsMargins(*margins(_INDENT, 0, 0, 0))
        around.addWidget(widget)
        self._column.addLayout(around)
