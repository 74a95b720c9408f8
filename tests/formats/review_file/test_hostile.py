import pytest

from annotator.formats.review_file.reader import read
from annotator.model.errors import BadInput
from annotator.words import say_all
from tests.formats.review_file import sound
from tests.formats.review_file.hostile import FILES

REFUSED = {name: file for name, file in FILES.items() if file.key}
TAKEN = {name: file for name, file in FILES.items() if not file.key}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_place(name: str) -> None:
    file = REFUSED[name]
    with pytest.raises(BadInput) as refused:
        read(file.data, "from bo.json")
    assert refused.value.key == file.key
    assert file.place in str(refused.value.values.get("place", ""))
    sentence = say_all(refused.value.key, refused.value.values)
    assert sentence.startswith("from bo.json")
    assert len(sentence) < 400


@pytest.mark.parametrize("name", TAKEN)
def test_a_strange_but_harmless_file_is_taken(name: str) -> None:
    taken = read(TAKEN[name].data, "from bo.json")
    assert {row.row.id for row in taken.rows} == {row.row.id for row in sound.delivery().rows}


def test_there_are_enough_of_them() -> None:
    assert len(REFUSED) >= 60
