import zipfile
from io import BytesIO

import pytest

from annotator.formats.readers import zips
from annotator.formats.readers.zips import SafeZip, parts_of
from annotator.model.errors import BadInput


def made(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def key_of(data: bytes, part: str = "a") -> str:
    with pytest.raises(BadInput) as caught:
        SafeZip(data, "a.docx").read(part)
    assert caught.value.values["name"] == "a.docx"
    return caught.value.key


def test_parts_are_read_by_name() -> None:
    package = SafeZip(made({"a": b"words", "b/c": b"more"}), "a.docx")
    assert package.read("b/c") == b"more"
    assert package.read("../../etc/passwd") is None
    assert package.names == ("a", "b/c")


def test_a_bomb_is_not_unpacked() -> None:
    assert key_of(made({"a": bytes(10_000_000)})) == "file.unsafe"


def test_what_several_parts_unpack_to_is_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "UNPACKED_LIMIT", 1_000)
    package = SafeZip(made({"a": bytes(600), "b": bytes(600)}, zipfile.ZIP_STORED), "a.docx")
    assert package.read("a") == bytes(600)
    with pytest.raises(BadInput, match="file.unsafe"):
        package.read("b")


def test_a_size_that_lies_does_not_help() -> None:
    data = made({"a": bytes(10_000_000)})
    lie = data.replace((10_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lie != data
    assert key_of(lie) in {"file.unsafe", "file.damaged"}


def test_too_many_entries() -> None:
    many = made({f"part{n}": b"" for n in range(2_001)}, zipfile.ZIP_STORED)
    assert key_of(many) == "file.unsafe"
    enough = made({f"part{n}": b"x" for n in range(2_000)}, zipfile.ZIP_STORED)
    assert SafeZip(enough, "a.docx").read("part7") == b"x"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_cut_file_is_damaged(share: float) -> None:
    data = made({"a": bytes(range(256)) * 40}, zipfile.ZIP_STORED)
    assert key_of(data[: int(len(data) * share)]) == "file.damaged"


def test_changed_bytes_are_found() -> None:
    data = made({"a": b"words that are checked"}, zipfile.ZIP_STORED)
    assert key_of(data.replace(b"words", b"swords"[:5])) == "file.damaged"


def test_an_encrypted_part_is_said() -> None:
    data = bytearray(made({"a": b"words"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert key_of(bytes(data)) == "file.locked"


def test_an_unknown_compression_is_damage() -> None:
    data = bytearray(made({"a": b"words"}))
    data[data.index(b"PK\x01\x02") + 10] = 99
    assert key_of(bytes(data)) == "file.damaged"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_documents_are_not_packed_in_other_ways(method: int) -> None:
    assert key_of(made({"a": b"words"}, method)) == "file.damaged"


def test_strong_encryption_is_said() -> None:
    data = bytearray(made({"a": b"words"}))
    data[data.index(b"PK\x01\x02") + 8] |= 0x40
    assert key_of(bytes(data)) == "file.locked"


def test_names_are_known_without_reading() -> None:
    assert parts_of(made({"a": b"words", "b/c": b""})) == {"a", "b/c"}
    assert parts_of(b"PK\x03\x04 and nothing else") == frozenset()
    assert parts_of(b"a letter") == frozenset()
