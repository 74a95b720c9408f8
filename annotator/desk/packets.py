"""Packets: articles for named people to tag, each on their own, sent as one file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.desk.commands.packets import Assign
from annotator.desk.deliveries import Sending, SendReport, send
from annotator.desk.desk import Desk
from annotator.formats.redact import Disclosure


@dataclass(frozen=True, slots=True)
class Packet:
    """Articles (ids) for coders (names); `blind` hides from each the others' tags until that one is done."""

    articles: tuple[str, ...]
    coders: tuple[str, ...]
    instructions: str = ""
    blind: bool = True

    @property
    def assign(self) -> Assign:
        """The command that gives the articles to the coders, to be run before the file is written."""
        return Assign(self.articles, self.coders, self.instructions, self.blind)


def send_packet(
    desk: Desk, path: Path, packet: Packet, stopped: Callable[[], bool] = lambda: False
) -> SendReport:
    """Writes the file of a packet: the articles and who is to tag them, nobody's tags.

    Raises WriteFailed, and Cancelled once `stopped` says so.
    """
    nobody: tuple[str, ...] = ()
    return send(desk, path, Sending(packet.articles, nobody, Disclosure(), packet.instructions), stopped)
