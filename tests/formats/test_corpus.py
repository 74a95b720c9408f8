"""Articles come in clean: of real-shaped files at least 95 % of the paragraphs are right."""

from collections import Counter

from tests.formats.corpus import Read, files, read_all, shares

FILES, FILES_OF_A_FAMILY = 60, 10
FLOOR, FLOOR_OF_A_FAMILY = 0.95, 0.90


def test_there_are_enough_files_of_each_family() -> None:
    families = Counter(file.parent.name for file, _ in files())
    assert sum(families.values()) >= FILES
    assert {family: count for family, count in families.items() if count < FILES_OF_A_FAMILY} == {}


def test_the_paragraphs_come_in_right(figure) -> None:
    read = read_all()
    found = shares(read)
    share = sum(one.right for one in read) / sum(one.of for one in read)
    figure("Paragraphs that came in right: " + ", ".join(f"{name} {one:.1%}" for name, one in found.items()))
    figure(f"Over all {len(read)} files: {share:.1%}")
    assert {family: one for family, one in found.items() if one < FLOOR_OF_A_FAMILY} == {}, told(read)
    assert share >= FLOOR, told(read)


def test_what_is_known_of_an_article_comes_in_right() -> None:
    assert {one.file.name: one.wrong_details for one in read_all() if one.wrong_details} == {}


def told(read: tuple[Read, ...]) -> str:
    return "\n".join(f"{one.file.name}\n  " + "\n  ".join(one.wrong) for one in read if one.wrong)


def test_a_paragraph_too_many_counts_as_wrong() -> None:
    from tests.formats.corpus import _compared

    assert _compared(["a", "b", "c"], ["a", "x", "c"]) == (2, ("- b", "+ x"))
    assert _compared(["a"], ["a", "b"]) == (1, ("+ b",))
    assert _compared(["a", "b"], ["b", "a"])[0] == 1
