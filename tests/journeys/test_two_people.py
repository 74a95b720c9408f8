"""Two people, two libraries, one article, from the first mark to the final version; a third late.

Nothing goes from one to the other but files, and each works in the window, by its keys.
"""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.desk.queries.comparing import settlement
from annotator.desk.queries.review_state import review_state
from annotator.desk.transfer import Choice, export_to
from annotator.model.enums import Tag, Verdict
from annotator.model.review_views import ReviewState
from annotator.model.settling import Settlement
from annotator.window.hands import wait_until
from annotator.window.review.panel import Part
from annotator.window.sending.dialog import SendDialog
from tests.journeys.person import ALT, CTRL, Person
from tests.journeys.test_sending import dialog, sit_down, take_in, write_to  # noqa: F401 (a fixture)

K = Qt.Key
ARTICLE = """Bridge repairs: who knew?

The old bridge was closed in May, the town said. A retired engineer accuses the council of hiding two reports.
The council denied hiding anything. Its treasurer said that one report had been lost in a flood.

Residents have crossed by ferry since then. Nobody counted them."""

CLOSED, ACCUSED = "The old bridge was closed in May", "accuses the council of hiding two reports"
DENIED, HIDING = "denied hiding anything", "hiding anything"
LOST, FERRY = "one report had been lost in a flood", "Residents have crossed by ferry since then"


def back_at_work(person: Person) -> None:
    """After a dialog: no window manager gives the window its keys back here."""
    person.settle()
    person.window.activateWindow()
    person.settle()


def opens(person: Person, folder: Path) -> None:
    file = folder / "bridge.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    person.window.importing.take_files([file])
    wait_until(lambda: bool(person.window.reading.article) and not person.window.importing.busy)
    back_at_work(person)


def sends(person: Person, file: Path, *, all_work: bool = False) -> Path:
    person.shortcut("Ctrl+Shift+E")
    asking = dialog(SendDialog)
    if all_work:
        asking.people.picks.button("all").click()
    write_to(file)
    back_at_work(person)
    return file.with_name(f"{file.name}.redpencil.json")


def asked(person: Person, job: Callable) -> object:
    found: list[object] = []
    person.window.session.ask(job, found.append)
    person.settle()
    return found[0]


def state(person: Person) -> ReviewState:
    article = person.window.reading.article
    return asked(person, lambda desk: review_state(desk, article))


def final(person: Person) -> Settlement:
    article = person.window.reading.article
    return asked(person, lambda desk: settlement(desk, article))


def final_quotes(person: Person) -> set[tuple[Tag, str]]:
    there = {line.id: (line.tag, line.quote) for line in person.claims}
    return {there[one.claim] for one in final(person).settled}


def claim_of(person: Person, name: str, quote: str) -> str:
    (found,) = [line.id for line in person.claims if line.reviewer == name and line.quote == quote]
    return found


def to_difference(person: Person, quote: str) -> None:
    """Alt+Down until the difference about some words is at hand."""
    for _ in range(12):
        person.press(K.Key_Down, ALT)
        group = person.view.difference
        if group is not None and group.span.cut(ARTICLE) == quote:
            return
    raise AssertionError(f"no difference about {quote!r}")


def writes(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def pick(person: Person, claim: str) -> None:
    person.window.reading.pick(claim)
    person.settle()


def part(person: Person, which: Part):
    person.menu("tab_review")
    panel = person.window.side.review
    panel.show_part(which)
    person.settle()
    return getattr(panel, which.value)


def marks_of_ada(ada: Person) -> None:
    ada.mark(CLOSED, K.Key_F)
    ada.say_by("Town")
    ada.mark(ACCUSED, K.Key_A)
    ada.mark(DENIED, K.Key_D)
    ada.mark(LOST, K.Key_F)


def marks_of_ben(ben: Person) -> None:
    ben.mark(CLOSED, K.Key_F)
    ben.mark(ACCUSED, K.Key_F)
    ben.mark(HIDING, K.Key_D)
    ben.mark(FERRY, K.Key_A)


def test_from_the_first_mark_to_the_final_export(sit_down, tmp_path: Path) -> None:  # noqa: F811
    # Ada sends the article to be tagged independently, and tags it herself meanwhile.
    ada = sit_down("Ada")
    opens(ada, tmp_path)
    article = ada.window.reading.article
    ada.menu("send")
    asking = dialog(SendDialog)
    asking.independent.setChecked(True)
    QTest.keyClicks(asking.packet.names, "Ben")
    write_to(tmp_path / "packet")
    back_at_work(ada)
    marks_of_ada(ada)
    early = sends(ada, tmp_path / "early")

    # Ben takes the packet, and Ada's own file too: he sees nothing of it until he is done.
    ben = sit_down("Ben")
    take_in(ben, tmp_path / "packet.redpencil.json")
    assert ben.window.reading.article == article
    take_in(ben, early)
    assert ben.claims == []
    assert state(ben).blind
    marks_of_ben(ben)
    assert {line.reviewer for line in ben.claims} == {"Ben"}
    ben.menu("done")
    assert not state(ben).blind
    assert {line.reviewer for line in ben.claims} == {"Ada", "Ben"}
    from_ben = sends(ben, tmp_path / "ben")

    # Ada compares and answers, by keys.
    ada = sit_down("Ada")
    take_in(ada, from_ben)
    assert len(ada.claims) == 8
    to_difference(ada, ACCUSED)
    ada.press(K.Key_X)
    writes("He accuses them; it is no finding.")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return)
    ada.settle()
    to_difference(ada, FERRY)
    ada.press(K.Key_C)
    ada.press(K.Key_F)  # her version of it: a reported fact
    to_difference(ada, DENIED)
    ada.press(K.Key_T)
    writes("With the verb or without?")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return)
    ada.settle()
    ferry = claim_of(ada, "Ben", FERRY)
    assert ada.picked is not None
    version = claim_of(ada, "Ada", FERRY)
    pick(ada, ferry)
    ada.press(K.Key_M)
    writes("Nobody is accused here.")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return, CTRL)
    ada.settle()
    from_ada = sends(ada, tmp_path / "ada")

    # Ben sees what was changed, by whom and why, and what waits for him.
    ben = sit_down("Ben")
    take_in(ben, from_ada)
    fact, hiding, ferry = (claim_of(ben, "Ben", quote) for quote in (ACCUSED, HIDING, FERRY))
    assert set(state(ben).waiting) == {fact, hiding, ferry}
    assert set(state(ben).unread) >= {fact, hiding, ferry}
    rejected = ben.whole(fact)
    assert [(one.verdict, one.reviewer, one.reason) for one in rejected.reviews] == [
        (Verdict.REJECTED, "Ada", "He accuses them; it is no finding.")
    ]
    assert [one.body for one in ben.whole(ferry).comments] == ["Nobody is accused here."]
    waiting = part(ben, Part.WAITING)
    agree, _, withdraw = waiting.buttons
    waiting.go_to(ferry)
    QTest.mouseClick(agree, Qt.MouseButton.LeftButton)
    ben.settle()
    waiting.go_to(fact)
    QTest.mouseClick(withdraw, Qt.MouseButton.LeftButton)
    ben.settle()
    to_difference(ben, ACCUSED)
    ben.press(K.Key_Y)  # with Ada's allegation
    pick(ben, claim_of(ben, "Ada", DENIED))
    ben.press(K.Key_Y)  # with the verb
    pick(ben, claim_of(ben, "Ada", LOST))
    ben.press(K.Key_Y)
    back = sends(ben, tmp_path / "back")

    # Ada settles: the last word on what was to be discussed, and she signs off.
    ada = sit_down("Ada")
    take_in(ada, back)
    pick(ada, claim_of(ada, "Ben", HIDING))
    ada.press(K.Key_X)
    writes("With the verb.")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return)
    ada.settle()
    ready = {(Tag.FACT, CLOSED), (Tag.ALLEGATION, ACCUSED), (Tag.FACT, LOST), (Tag.FACT, FERRY)}
    assert final_quotes(ada) == ready | {(Tag.DENIAL, DENIED)}
    view = part(ada, Part.FINAL)
    view.note.setFocus()
    QTest.keyClicks(view.note, "For the May issue")
    QTest.mouseClick(view.sign_button, Qt.MouseButton.LeftButton)
    ada.settle()
    signed = state(ada).sign_off
    assert (signed.reviewer, signed.note, signed.changed) == ("Ada", "For the May issue", ())
    out = tmp_path / "final.json"
    asked(ada, lambda desk: export_to(desk, out, Choice((article,), whose="final")))
    written = json.loads(out.read_text(encoding="utf-8"))["articles"][0]["claims"]
    assert {(Tag(one["tag"]), one["quote"]) for one in written} == ready | {(Tag.DENIAL, DENIED)}
    assert [one["source"] for claim in written for one in claim["attributions"]] == ["Town"]
    whole = sends(ada, tmp_path / "whole", all_work=True)

    # A third joins late; what is touched after the sign-off is shown as that.
    cleo = sit_down("Cleo")
    take_in(cleo, whole)
    assert {line.reviewer for line in cleo.claims} == {"Ada", "Ben"}
    assert final_quotes(cleo) == ready | {(Tag.DENIAL, DENIED)}
    pick(cleo, claim_of(cleo, "Ada", LOST))
    cleo.press(K.Key_X)
    writes("The flood was in another town.")
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return)
    cleo.settle()
    late = sends(cleo, tmp_path / "late", all_work=True)
    assert len(state(cleo).sign_off.changed) == 1

    ada = sit_down("Ada")
    take_in(ada, late)
    lost = claim_of(ada, "Ada", LOST)
    assert state(ada).sign_off.changed == (lost,)
    assert lost in state(ada).waiting
    last = sends(ada, tmp_path / "last", all_work=True)

    # At the end all three have the same, whoever took in what and how often.
    contents = []
    for name in ("Ben", "Cleo", "Ada"):
        person = sit_down(name)
        take_in(person, last) if name != "Ada" else None
        contents.append(person.content())
    for table in ("claims", "anchors", "reviews", "comments", "attributions", "sign_offs"):
        assert contents[0][table] == contents[1][table] == contents[2][table], table
    assert version in contents[0]["claims"]
