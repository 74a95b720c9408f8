import pytest

from annotator.desk.receiving import propose
from annotator.desk.receiving.labels import proposed
from annotator.model.enums import Tag
from tests.desk.receiving.files import file, mark

MEANT = {
    **{tag.value: tag for tag in Tag},
    "Allegation": Tag.ALLEGATION,
    "claim:allegation": Tag.ALLEGATION,
    "Claims/Denial": Tag.DENIAL,
    "Reported_fact": Tag.FACT,
    "REPORTED-FACTS": Tag.FACT,
    "  Vorwurf ": Tag.ALLEGATION,
    "VORWU\u0308RFE": Tag.ALLEGATION,
    "Dementi": Tag.DENIAL,
    "negación": Tag.DENIAL,
    "Hecho": Tag.FACT,
    "指控": Tag.ALLEGATION,
    "إنكار": Tag.DENIAL,
    "A": Tag.ALLEGATION,
    "allegation:": Tag.ALLEGATION,
}


@pytest.mark.parametrize(("label", "tag"), MEANT.items())
def test_labels_that_mean_a_tag(label: str, tag: Tag) -> None:
    assert proposed(label) is tag


@pytest.mark.parametrize(
    "label", ["", " ", ":", "Person", "no allegation", "factor", "undenied", "allegation:weak"]
)
def test_labels_that_mean_none(label: str) -> None:
    assert proposed(label) is None


def test_each_label_of_a_file_is_proposed_once() -> None:
    received = file(mark("Vorwurf", "keeper"), mark("Person", "lamp"), mark("Vorwurf", "pier"))
    assert propose(received) == {"Vorwurf": Tag.ALLEGATION, "Person": None}
