"""The flow that opens the window of agreement."""

from types import SimpleNamespace

from annotator.desk.commands.articles import ImportArticle
from annotator.model.drafts import Draft
from annotator.window.flow.agreement import Agreeing
from annotator.window.hands import wait_until
from annotator.window.theme import load_theme


def test_one_window_is_made_when_asked_for_and_shows_the_open_article(qtbot, session, page) -> None:
    made: list[str] = []
    session.run(ImportArticle(Draft("Nobody came.", "First")), lambda changes: made.extend(changes.made))
    wait_until(lambda: bool(made))
    reading = SimpleNamespace(article="")
    flow = Agreeing(session, reading, page, load_theme("light"))
    wanted: list[object] = []
    flow.claim_wanted.connect(lambda *told: wanted.append(told))
    flow.article_wanted.connect(wanted.append)
    flow.set_theme(load_theme("dark"))
    assert "figures" not in flow.__dict__
    flow.show()
    window = flow.figures
    qtbot.addWidget(window)
    wait_until(lambda: session.idle)
    assert window.nothing.text().startswith("No article has been tagged by two people yet")
    reading.article = made[0]
    flow.show()
    wait_until(lambda: session.idle)
    assert flow.figures is window
    assert window.nothing.text().startswith("Fewer than two people have tagged this article")
    flow.set_theme(load_theme("light"))
    window.article_wanted.emit("an article")
    window.claim_wanted.emit("an article", "a claim")
    assert wanted == ["an article", ("an article", "a claim")]
    window.close()
