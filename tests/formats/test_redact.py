from dataclasses import asdict, replace

from annotator.formats.redact import Disclosure, redact
from annotator.model.enums import SourceKind
from tests.formats.exported import AIDE, ARABIC, ARTICLE, DENIAL, FORMULA, INNER, LEDGER, MAYOR

NOTHING = Disclosure()
EVERYTHING = Disclosure(confidential=True, private_notes=True)


def test_nothing_confidential_is_left_in_any_field() -> None:
    noted = replace(
        DENIAL,
        note="Jo Secret, JO SECRET and Johanna Secret’s brother",
        plain_words="Jo Secret said so.",
        answers_nothing="ask Jo Secret",
        response="Jo Secret declined",
        reviews=(replace(DENIAL.reviews[0], reason="ask Jo Secret"),),
        comments=(replace(DENIAL.comments[0], body="Jo Secret?"),),
        evidence=(
            *DENIAL.evidence,
            replace(DENIAL.evidence[0], quote="Jo Secret", url="https://x/?q=Jo Secret"),
        ),
        attributions=(
            *DENIAL.attributions,
            replace(
                DENIAL.attributions[0],
                source=replace(
                    LEDGER, name="Jo Secret’s ledger", role="Jo Secret", url="Jo Secret", note="Jo Secret"
                ),
            ),
            replace(
                DENIAL.attributions[0], source=replace(LEDGER, description="Jo Secret", reason="Jo Secret")
            ),
        ),
    )
    (article,) = redact((replace(ARTICLE, claims=(noted, INNER)),), NOTHING)
    left = str(asdict(article)).lower()
    for word in (
        "jo secret",
        "johanna",
        "jo.example",
        "press aide",
        "telephone",
        "source-aide",
        "ask ada",
        "2026-11-18",
    ):
        assert word not in left, word
    assert article.claims[0].note == (
        "a confidential source, a confidential source and a confidential source’s brother"
    )


def test_what_stays_of_a_confidential_source() -> None:
    (article,) = redact((ARTICLE,), NOTHING)
    speaker, relay = article.claims[0].attributions
    assert speaker == DENIAL.attributions[0]
    assert relay.source.name == "a confidential source"
    assert relay.source.kind is SourceKind.ANONYMOUS
    assert relay.source.description == AIDE.description
    assert relay.source.reason == AIDE.reason
    assert (relay.words, relay.span, relay.cue, relay.reviewer) == ("", None, "", "Rosa")
    assert article.claims[0].evidence[1].stance is DENIAL.evidence[1].stance
    assert article.claims[0].evidence[1].source == relay.source


def test_the_article_itself_stays_letter_for_letter() -> None:
    named = replace(ARTICLE, title="Jo Secret speaks", text=ARTICLE.text + "\nJo Secret")
    (article,) = redact((named,), NOTHING)
    assert (article.title, article.text) == (named.title, named.text)
    assert [c.quote for c in article.claims] == [c.quote for c in named.claims]


def test_private_notes_stay_here_unless_ticked() -> None:
    assert redact((ARTICLE,), NOTHING)[0].claims[0].private_note == ""
    named = redact((ARTICLE,), Disclosure(private_notes=True))[0].claims[0]
    assert named.private_note == "a confidential source rang at nine"
    only_names = redact((ARTICLE,), Disclosure(confidential=True))[0].claims[0]
    assert only_names == replace(DENIAL, private_note="")


def test_everything_ticked_changes_nothing() -> None:
    assert redact((ARTICLE,), EVERYTHING) == (ARTICLE,)


def test_what_has_nothing_to_hide_is_left_as_it_is() -> None:
    """Not even a copy: ten thousand of them would take a second."""
    plain = replace(ARTICLE, claims=(FORMULA, ARABIC))
    assert redact((plain,), NOTHING)[0].claims[0] is FORMULA
    veiled = redact((replace(plain, claims=(FORMULA, replace(ARABIC, note="Bo said"))),), NOTHING, ["Bo"])[0]
    assert veiled.claims[0] is FORMULA
    assert veiled.claims[1].note == "a confidential source said"


def test_names_are_found_as_whole_words_in_scripts_that_part_words() -> None:
    def note(words: str, name: str) -> str:
        article = replace(ARTICLE, claims=(replace(DENIAL, note=words),))
        return redact((article,), NOTHING, [name])[0].claims[0].note

    hidden = "a confidential source"
    assert note("Ann told Joann and Annie: ANN.", "Ann") == f"{hidden} told Joann and Annie: {hidden}."
    assert note("记者说王伟知道。", "王伟") == f"记者说{hidden}知道。"
    assert note("قال ومحمد", "محمد") == f"قال و{hidden}"
    assert note("C. (Lee) said", "C. (Lee)") == f"{hidden} said"
    assert note("nobody", "  ") == "nobody"


def test_names_of_sources_behind_other_claims_are_hidden_too() -> None:
    (article,) = redact((ARTICLE,), NOTHING, [MAYOR.name])
    assert article.claims[0].attributions[0].source.name == "a confidential source"


def test_the_longer_name_goes_first() -> None:
    article = replace(ARTICLE, claims=(replace(DENIAL, note="Jo Secret Smith"),))
    assert redact((article,), NOTHING, ["Jo Secret Smith"])[0].claims[0].note == "a confidential source"
