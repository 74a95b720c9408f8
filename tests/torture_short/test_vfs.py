"""The shim between SQLite and the disk: it hears all, refuses what it is told to, and is gone afterwards."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.torture import vfs

pytestmark = pytest.mark.skipif(not vfs.available(), reason="this Python hides the functions of its SQLite")


class Ear(vfs.Hook):
    """Remembers what it hears."""

    def __init__(self, *ops: vfs.Op) -> None:
        self.ops = frozenset(ops or vfs.Op)
        self.calls: list[vfs.Call] = []

    def before(self, call: vfs.Call) -> int | None:
        self.calls.append(call)
        return None


class Refusing(Ear):
    """Refuses all that it hears."""

    def __init__(self, code: int, *ops: vfs.Op) -> None:
        super().__init__(*ops)
        self.code = code

    def before(self, call: vfs.Call) -> int | None:
        super().before(call)
        return self.code


def write(path: Path, value: str = "x") -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS t (a)")
        connection.execute("INSERT INTO t VALUES (?)", (value,))
        connection.commit()


def rows(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM t").fetchone()[0]


def test_it_hears_what_reaches_the_disk(tmp_path):
    path = tmp_path / "a.sqlite"
    with vfs.under(ear := Ear()):
        write(path, "needle" * 10)
    kinds = [(call.op, call.kind) for call in ear.calls]
    assert kinds[0] == (vfs.Op.OPEN, vfs.Kind.DATABASE)
    assert kinds[-1] == (vfs.Op.CLOSE, vfs.Kind.DATABASE)
    assert kinds.count((vfs.Op.DELETE, vfs.Kind.JOURNAL)) == 2  # one for each commit
    written = bytearray(path.stat().st_size)
    for call in ear.calls:
        if call.op is vfs.Op.WRITE and call.path == str(path):
            assert call.data is not None
            written[call.offset : call.offset + call.size] = call.data
    assert bytes(written) == path.read_bytes()
    assert b"needle" * 10 in written


@pytest.mark.parametrize(
    "op", [vfs.Op.OPEN, vfs.Op.WRITE, vfs.Op.SYNC, vfs.Op.READ, vfs.Op.LOCK, vfs.Op.DELETE]
)
def test_what_it_refuses_is_not_done(tmp_path, op):
    path = tmp_path / "a.sqlite"
    write(path)
    with vfs.under(refusing := Refusing(vfs.IOERR, op)), pytest.raises(sqlite3.OperationalError):
        write(path)
    assert refusing.calls
    write(path)
    assert rows(path) == 2


def test_only_what_a_hook_asks_for_passes_it(tmp_path):
    with vfs.under(ear := Ear(vfs.Op.SYNC)):
        write(tmp_path / "a.sqlite")
    assert {call.op for call in ear.calls} == {vfs.Op.SYNC}


def test_a_result_can_be_replaced(tmp_path):
    """As where a file is removed, but its folder does not take the news."""

    class Forgets(vfs.Hook):
        ops = frozenset({vfs.Op.DELETE})

        def after(self, call: vfs.Call, result: int) -> int | None:
            assert result == 0
            return vfs.IOERR_DIR_FSYNC

    path = tmp_path / "a.sqlite"
    with vfs.under(Forgets()), pytest.raises(sqlite3.OperationalError) as raised:
        write(path)
    assert raised.value.sqlite_errorcode == vfs.IOERR_DIR_FSYNC
    assert not path.with_name("a.sqlite-journal").exists()


def test_what_a_hook_raises_comes_out_at_the_end(tmp_path):
    class Breaks(vfs.Hook):
        def before(self, call: vfs.Call) -> int | None:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), vfs.under(Breaks()):
        write(tmp_path / "a.sqlite")


def test_afterwards_nobody_listens(tmp_path):
    path = tmp_path / "a.sqlite"
    with vfs.under(ear := Ear()), closing(sqlite3.connect(path)) as left_open:
        left_open.execute("CREATE TABLE t (a)")
        heard = len(ear.calls)
        with pytest.raises(RuntimeError), vfs.under(Ear()):
            pass
    assert len(ear.calls) > heard  # it closed the file
    heard = len(ear.calls)
    write(path)
    assert len(ear.calls) == heard
