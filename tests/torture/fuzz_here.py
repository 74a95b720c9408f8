"""Spoilt settings, calls of a second start, answers of children and libraries: what no child reads for us."""

import json
import random
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.desk.care import examine
from annotator.desk.commands.articles import ImportArticle
from annotator.desk.commands.claims import TagClaim
from annotator.desk.desk import Desk
from annotator.desk.queries.articles import article_lines, article_page
from annotator.desk.settings import SETTINGS, Settings
from annotator.formats.wire import from_bytes, to_bytes
from annotator.host.calling import heard
from annotator.model.drafts import Draft
from annotator.model.enums import Tag
from annotator.model.errors import RedPencilError
from annotator.model.spans import Span
from tests.desk.content import quick_desk
from tests.torture.bars import chooser
from tests.torture.fuzz_inputs import TOKENS, flip, spoilt

#: What one input may take, in seconds of processor time.
_SLOW = 4.0


@dataclass
class Here:
    """How many readers there are, how many inputs they had, and what went wrong."""

    readers: int = 0
    inputs: int = 0
    broken: list[str] = field(default_factory=list)

    def try_reader(self, name: str, read: Callable[[bytes], object], inputs: Iterator[bytes]) -> None:
        """Reads all inputs; a refusal with a sentence is what is wanted."""
        self.readers += 1
        for number, data in enumerate(inputs):
            self.inputs += 1
            begun = time.process_time()
            try:
                with suppress(RedPencilError):
                    read(data)
            except Exception:  # noqa: BLE001 (this is what is looked for)
                self.broken.append(f"{name} {number}: {traceback.format_exc(limit=-2)}")
            if time.process_time() - begun > _SLOW:
                self.broken.append(f"{name} {number}: slow")


def try_all(many: int, seed: int) -> Here:
    """Gives each its inputs."""
    here = Here()
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "settings.json"
        settings = json.dumps({one.name: one.default for one in SETTINGS}).encode()
        call = json.dumps({"files": ["/home/a/ferry.txt", "https://a.example/"], "token": "x1"}).encode()
        draft = to_bytes(Draft("Words.", "Title", file="a.txt"))
        for reader, data, read in (
            ("settings", settings, lambda data: _read_settings(file, data)),
            ("call of a second start", call, heard),
            ("answer of a child", draft, lambda data: _as_draft(data)),
        ):
            here.try_reader(reader, read, islice(_data(data, chooser(seed, reader)), many))
        library = _library(folder)
        inputs = islice(_damaged(library, chooser(seed, "library")), many)
        here.try_reader("library", lambda data: _look_into(folder / "a.sqlite", data), inputs)
    return here


def _data(sound: bytes, choose: random.Random) -> Iterator[bytes]:
    while True:
        yield spoilt(sound, choose, (sound,), TOKENS["data"])


def _read_settings(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    settings = Settings(file)
    for one in SETTINGS:
        assert isinstance(settings.get(one.name), one.kind)


def _as_draft(data: bytes) -> None:
    with suppress(ValueError):  # what `asking.ask` says a sentence of
        from_bytes(Draft, data)


def _library(folder: Path) -> bytes:
    path = folder / "library.sqlite"
    with quick_desk(path, "Me") as desk:
        article = desk.run(ImportArticle(Draft("The mayor took money, a witness said.", "Ferry"))).made[0]
        desk.run(TagClaim(article, Span(0, 20), Tag.ALLEGATION))
    return path.read_bytes()


def _damaged(library: bytes, choose: random.Random) -> Iterator[bytes]:
    """Libraries with pages flipped, cut off, swapped; mostly behind the head, which is soon told."""
    size = 4096
    while True:
        data = flip(library, choose)
        if choose.random() < 0.3:
            one, other = (choose.randrange(len(data) // size) * size for _ in range(2))
            data = data[:one] + data[other : other + size] + data[one + size :]
        if choose.random() < 0.2:
            data = data[: choose.randrange(len(data))]
        if choose.random() < 0.2:
            at = choose.randrange(100, len(data) + 200)
            data = data[:at] + choose.randbytes(40) + data[at + 40 :]
        yield data if choose.random() < 0.3 else library[:100] + data[100:]


def _look_into(path: Path, data: bytes) -> None:
    """What a library shows, and what the doctor says of it."""
    path.write_bytes(data)
    with suppress(RedPencilError), Desk(path, reading=True) as desk:
        for line in article_lines(desk):
            article_page(desk, line.id)
    examine(path)
