"""The page in a real browser, without a line of script in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats.writers import web_page
from tests.formats.documents import WITH_UNWORDED
from tests.formats.exported import ARABIC_QUOTE, DENIAL_QUOTE, INNER_QUOTE
from tests.formats.writers.web_page.chromium import PROGRAM, Chromium

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium here")

DENIAL, ALLEGATION = "#c1 > .w", "#c2 > .w"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    started = Chromium(tmp_path_factory.mktemp("chromium"))
    yield started
    started.close()


@pytest.fixture
def page(browser: Chromium, tmp_path: Path) -> Chromium:
    file = tmp_path / "ferry.html"
    file.write_bytes(b"".join(web_page.write((WITH_UNWORDED,))))
    browser.show(file)
    return browser


def shows(page: Chromium, selector: str) -> bool:
    return bool(page.value(f"document.querySelector({selector!r}).checkVisibility()"))


def style(page: Chromium, selector: str, name: str) -> str:
    return str(page.value(f"getComputedStyle(document.querySelector({selector!r})).{name}"))


def test_the_words_stand_there_and_nothing_is_fetched_or_complained_of(page):
    words = page.value("document.querySelector('main').innerText")
    for found in (DENIAL_QUOTE, ARABIC_QUOTE, "Her aide said `rm -rf` <b>was</b> a joke.", "Harbour ledger"):
        assert found in words
    assert page.value("document.querySelector('#c2').textContent") == INNER_QUOTE
    assert [url for url in page.requests() if not url.startswith("file:")] == []
    assert page.complaints() == []
    assert page.value("document.scripts.length") == 0


def test_the_policy_holds_even_against_what_is_put_in(page):
    page.value("document.body.append(Object.assign(new Image(), {src: 'https://post.example/a.png'}))")
    page.value("new Promise(done => setTimeout(done, 50))")
    assert any("Content Security Policy" in str(told) for told in page.complaints())


def test_a_click_on_the_words_opens_their_note(page):
    assert not shows(page, "#n1 .rest")
    page.point_at(DENIAL, click=True)
    assert page.value("location.hash") == "#n1"
    assert shows(page, "#n1 .rest")
    assert not shows(page, "#n2 .rest")


def test_from_a_denial_to_its_allegation_and_back(page):
    page.point_at("#n1 dd a[href='#c2']", click=True)
    assert page.value("location.hash") == "#c2"
    assert shows(page, "#n2 .rest")
    place = page.value("document.querySelector('#c2').getBoundingClientRect().top")
    assert 0 < place < 900
    page.point_at("#n2 dd a[href='#c1']", click=True)
    assert page.value("location.hash") == "#c1"


def test_words_and_note_light_up_together(page):
    before = style(page, "#n2", "backgroundColor"), style(page, "#c2", "backgroundColor")
    page.point_at(ALLEGATION)
    lit = style(page, "#n2", "backgroundColor"), style(page, "#c2", "backgroundColor")
    assert lit[0] != before[0]
    assert lit[1] != before[1]
    page.point_at("#n1 h2")
    assert style(page, "#n2", "backgroundColor") == before[0]
    assert style(page, "#c2", "backgroundColor") == before[1]


def test_tags_are_chosen_without_a_script(page):
    page.point_at("#show-a", click=True)
    assert not shows(page, "#n2")
    assert style(page, "#c2", "textDecorationLine") == "none"
    assert shows(page, "#n1")
    assert style(page, "#c1", "textDecorationLine") == "underline"
    page.point_at("#notes-full", click=True)
    assert shows(page, "#n1 .rest")
    page.point_at("#show-a", click=True)
    assert shows(page, "#n2")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_colours_are_those_of_the_scheme_and_can_be_read(page, scheme):
    page.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    ground = style(page, "body", "backgroundColor")
    assert ground == {"light": "rgb(252, 251, 248)", "dark": "rgb(29, 28, 26)"}[scheme]
    for part in ("body", ".state", ".note dt", ".appeared", "#c1 > .no"):
        assert contrast(style(page, part, "color"), ground) >= 4.5, part


def test_on_paper_every_note_stands_in_full_after_the_text(page):
    page.ask("Emulation.setEmulatedMedia", media="print")
    assert shows(page, "#n1 .rest")
    assert not shows(page, ".bar")
    text = page.value(
        "Math.max(...[...document.querySelectorAll('.row > p')].map(p => p.getBoundingClientRect().bottom))"
    )
    assert page.value("document.querySelector('#n1').getBoundingClientRect().top") >= text
    page.ask("Emulation.setEmulatedMedia", media="")


def test_it_is_read_by_its_landmarks(page):
    tree = page.ask("Accessibility.getFullAXTree")["nodes"]
    roles = {node["role"]["value"] for node in tree if not node["ignored"]}
    assert {"main", "article", "heading", "list", "mark", "table"} <= roles
    names = [node.get("name", {}).get("value") for node in tree if node["role"]["value"] == "link"]
    assert {"Denial 1", "Allegation 2"} <= set(names)
    assert all(names)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
