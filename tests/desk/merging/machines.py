"""Random histories in which one person works on two machines, and a colleague on a third."""

from collections import Counter
from pathlib import Path

from annotator.desk.commands.people import AlsoMe, NotMe
from annotator.desk.devices import pair
from annotator.desk.merging import TakeIn, look
from annotator.model.deliveries import Delivery, MergeOptions
from annotator.model.errors import RedPencilError
from annotator.model.rows import Reviewer
from annotator.store import doctor
from tests.desk.merging.histories import History, owned

#: Two machines of one person, and the colleague.
HERS, OTHER, COLLEAGUE = "Ada", "Bo", "Cleo"
#: How often the second machine takes the identity of the first outright, and the first knows of it.
_OUTRIGHT, _KNOWN = 0.35, 0.7
#: How often she says that she is one, or two; that a file's machine is hers; that its sender is her.
_SAYS, _PAIRS, _SAME = 0.06, 0.3, 0.1
#: How often a file is taken in twice in a row.
_AGAIN = 0.3


class TwoMachines(History):
    """A history in which the first two people are one."""

    PEOPLE = (3, 3)

    def prepare(self) -> None:
        """The second machine may become the first person before anything is done."""
        self.ids = {name: desk.hand.reviewer for name, desk in self.desks.items()}
        self.sure = False
        first, second = self.desks[HERS], self.desks[OTHER]
        if self.random.random() < _OUTRIGHT:
            me = first.library.find(Reviewer, first.hand.reviewer)
            assert me is not None
            assert second.become(me, first.hand.device)
            if self.random.random() < _KNOWN:
                pair(first.library, me.id, second.hand.device)
            self.did["outright one"] += 1

    def work(self, name: str) -> None:
        """Anything, and now and then she says that the other identity is hers, or is not."""
        if name == COLLEAGUE or self.random.random() >= _SAYS:
            super().work(name)
            return
        other = self.ids[OTHER if name == HERS else HERS]
        try:
            self.desks[name].run((AlsoMe if self.random.random() < 0.7 else NotMe)(other))
            self.did["said who is one"] += 1
        except RedPencilError:
            self.did["refused"] += 1

    def finish(self) -> None:
        """At last every machine of hers is known as such."""
        self.sure = True
        super().finish()

    def own(self) -> dict[str, object]:
        """Her own work may change on the other machine; nobody's is lost that is the colleague's."""
        return {COLLEAGUE: owned(self.desks[COLLEAGUE])}

    def _take(self, name: str, file: Delivery) -> bool:
        desk, options = self.desks[name], self._options(name, file)
        aside = look(desk, file, options).set_aside
        self.did["set aside"] += bool(aside)
        assert not (self.sure and aside)
        changes = desk.run(TakeIn(file, options))
        if self.random.random() < _AGAIN:
            assert not desk.run(TakeIn(file, options)).step, "a file taken in again brought something"
        assert list(doctor.findings(desk.library)) == []
        return bool(changes.step)

    def _options(self, name: str, file: Delivery) -> MergeOptions:
        hers = (self.ids[HERS], self.ids[OTHER])
        chance = self.random.random()
        of_hers = name != COLLEAGUE and file.sender in hers
        if self.sure or chance < _PAIRS:
            pairs = tuple((one, file.device) for one in hers) if of_hers else ()
            return MergeOptions(pair=pairs, trust=self.sure)
        return MergeOptions(same_person=(file.sender,) if of_hers and chance < _PAIRS + _SAME else ())


def play(folder: Path, bases: Path, seed: int, moves: int) -> Counter[str]:
    """Plays one history to its end and checks it; what happened in it, counted."""
    with TwoMachines(folder, bases, seed) as history:
        history.play(moves)
        history.finish()
        history.check()
    return history.did
