"""The hard cases of the codebook in English, and what lies beside them."""

import pytest
from hypothesis import given

from annotator.text.sentences import sentences
from annotator.text.verbs.find import findings, knows
from annotator.text.verbs.forms import Act
from tests.strategies import texts

SAYING, ACCUSING, DENYING = Act.SAYING, Act.ACCUSING, Act.DENYING
HEDGE, NO_REPLY, DOING = Act.HEDGE, Act.NO_REPLY, Act.DOING


def acts(text: str) -> list[tuple[Act, str]]:
    return [(found.act, found.lemma) for found in findings(text, sentences(text))]


#: The examples of the codebook's own tables, word for word, with what an editor hears in each.
CODEBOOK = [
    ("A former bookkeeper accuses the theatre of charging one repair to two grants.", [(ACCUSING, "accuse")]),
    ("The theatre said each repair had been charged only once.", [(SAYING, "say")]),
    ("The theatre will close in July, its director said.", [(SAYING, "say")]),
    ("A hearing on the accusations is due in spring.", []),
    ("The permit was denied, the harbour office confirmed.", [(SAYING, "confirm")]),
    ("The chair rejected talk of favouritism.", [(DENYING, "reject")]),
    ("The sea has claimed another house, residents said.", [(SAYING, "say")]),
    ("Detectives said the clerk copied the keys.", [(SAYING, "say")]),
    ("The lift is not working, the caretaker said.", [(SAYING, "say")]),
    ("“Not one cent left this account,” the treasurer said.", [(SAYING, "say")]),
    ("Nobody has produced proof, the yard said.", [(SAYING, "say")]),
    ("The council refuted the article.", [(DENYING, "refute")]),
    ("He could ‘not recall’ such a meeting.", [(DENYING, "not recall")]),
    ("The agency left questions unanswered.", [(NO_REPLY, "no reply")]),
    ("Police looked for the alleged forger.", [(ACCUSING, "alleged")]),
    ("The orchestra is reportedly on tour.", [(HEDGE, "reportedly")]),
    ("The charge sheet lists nine break-ins.", [(ACCUSING, "charge")]),
    ("Judges convicted the surveyor.", []),
    ("Her aide said the senator denied the loan.", [(SAYING, "say"), (DENYING, "deny")]),
    ("She accused the station of inventing the denial.", [(ACCUSING, "accuse")]),
    ("The mayor denied selling the list.", [(DENYING, "deny")]),
    ("An official not authorised to speak was there.", []),
    ("The ferry will return to service in June, its operator said.", [(SAYING, "say")]),
    (
        "The company rejected the account, saying each repair had been charged only once.",
        [(DENYING, "reject"), (SAYING, "say")],
    ),
    (
        "She denied the first payment and assured the board that nothing else was owed.",
        [(DENYING, "deny"), (SAYING, "assure")],
    ),
    ("Two grants were paid in March, according to the register.", [(SAYING, "according to")]),
    ("The council’s promise of a night service has not been kept.", []),
]

#: One sense and its neighbour, side by side.
SENSES = [
    # denied in the sense of refused
    ("The bank denied him a loan.", []),
    ("The ministry denied her entry.", []),
    ("They were denied access to a lawyer.", []),
    ("The judge denied the motion.", []),
    ("She denied her involvement.", [(DENYING, "deny")]),
    ("The report was denied by the ministry.", [(DENYING, "deny")]),
    ("The clerk denied that the list was sold.", [(DENYING, "deny")]),
    ("The yard denies wrongdoing.", [(DENYING, "deny")]),
    # rejected, dismissed: only where the object is a claim
    ("The council rejected the bid.", []),
    ("The agency rejected her asylum claim.", []),
    ("The insurer rejected a claim for damages.", []),
    ("The board dismissed the director.", []),
    ("The court dismissed the charges.", []),
    ("The firm dismissed the security accusations.", [(DENYING, "dismiss")]),
    ("The minister dismissed it as nonsense.", [(DENYING, "dismiss")]),
    ("The allegations were rejected by the union.", [(DENYING, "reject")]),
    ("The mayor called the report baseless.", [(DENYING, "call untrue")]),
    ("The mayor called the fire brigade.", []),
    # claim in another sense
    ("The storm claimed nine lives.", []),
    ("She claimed the title in May.", []),
    ("He claimed asylum in Norway.", []),
    ("The claims were filed in May.", []),
    ("He claims that the bridge is safe.", [(SAYING, "claim")]),
    ("The firm claims the bridge is safe.", [(SAYING, "claim")]),
    ("Its claims the court has heard.", []),
    ("The state hounds the firm.", [(DOING, "hound")]),
    ("The hounds were fed.", []),
    ("The firm claimed the bridge was safe.", [(SAYING, "claim")]),
    # charge in another sense
    ("Prosecutors charged him with theft.", [(ACCUSING, "charge")]),
    ("He was charged over the fire.", [(ACCUSING, "charge")]),
    ("The hotel charged 90 euros for the room.", []),
    ("The battery was charged overnight.", []),
    ("She is in charge of the pumps.", []),
    ("He faces charges of fraud.", [(ACCUSING, "charge")]),
    ("There is a charge of 5 euros.", []),
    # no reply is no denial
    ("The mayor did not deny the payment.", [(NO_REPLY, "deny")]),
    ("He would neither confirm nor deny it.", [(NO_REPLY, "confirm"), (NO_REPLY, "deny")]),
    ("The firm declined to comment.", [(NO_REPLY, "no reply")]),
    ("The office refused to say who paid.", [(NO_REPLY, "say")]),
    ("Ms Rask did not return three calls.", [(NO_REPLY, "no reply")]),
    ("The owner could not be reached.", [(NO_REPLY, "no reply")]),
    ("The office would not say whether an inquiry was open.", [(NO_REPLY, "say")]),
    ("He has no recollection of the meeting.", [(DENYING, "not recall")]),
    # nouns and adjectives that look like verbs
    ("A report of fraud came in.", []),
    ("The stated aim was peace.", []) ,
    ("The United States voted.", []),
    ("She added two rooms.", []),
    ("The roof leaks, she added.", [(SAYING, "add")]),
    ("He was admitted to hospital.", []),
    ("He admitted the theft.", [(SAYING, "admit")]),
    ("Inspectors found in October that the shaft had broken.", [(SAYING, "find")]),
    ("Children found the keys.", []),
    ("The pumps allegedly failed.", [(ACCUSING, "allegedly")]),
    ("Officials pointed out that nobody paid.", [(SAYING, "point out")]),
    ("The union slammed the plan.", [(ACCUSING, "slam")]),
    ("The car slammed into a wall.", []),
    ("Many firms were hounded by officials.", [(DOING, "hound")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "heard"), CODEBOOK + SENSES, ids=lambda value: str(value)[:60])
def test_what_is_heard_in_a_sentence(text: str, heard: list[tuple[Act, str]]):
    assert acts(text) == heard


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ("The firm said the bridge was safe.", False),
        ("The firm claimed the bridge was safe.", True),
        ("He admitted the theft.", True),
        ("She accused the firm.", False),
        ("The union slammed the plan.", True),
        ("The mayor denied it.", False),
        ("Many firms were hounded by officials.", True),
    ],
)
def test_neutral_and_loaded(text: str, loaded: bool):
    (found,) = findings(text, sentences(text))
    assert found.loaded is loaded


def test_what_stands_between_quotation_marks_is_not_the_articles_own_voice():
    text = '“He admitted it and lied,” she claimed.\n\nShe said: "They slammed us." He insisted.'
    heard = {found.lemma: found.quoted for found in findings(text, sentences(text))}
    assert heard == {"admit": True, "claim": False, "say": False, "slam": True, "insist": False}


def test_places_are_code_points_of_the_words():
    text = "🚢 Nobody paid. 😀 The mayor’s aide pointed out a gap, and the yard denied it."
    found = findings(text, sentences(text))
    assert [one.span.cut(text) for one in found] == ["pointed out", "denied"]
    assert [one.sentence for one in found] == [1, 1]


@given(texts())
def test_findings_lie_in_their_sentences_in_order_and_apart(text: str):
    split = sentences(text)
    found = findings(text, split)
    for one in found:
        assert split[one.sentence].contains(one.span)
        assert one.span
    for earlier, later in zip(found, found[1:], strict=False):
        assert earlier.span.end <= later.span.start


@pytest.mark.parametrize(
    ("text", "language", "known"),
    [
        ("The mayor said so.", "", True),
        ("The mayor said so.", "en-GB", True),
        ("The mayor said so.", "de", False),
        ("Der Bürgermeister hat das nicht gesagt und ist gegangen.", "", False),
        ("El alcalde negó los vertidos y su empresa también.", "", False),
        ("Le maire a nié les faits devant la presse, dit une source à Paris.", "", False),
        ("市长否认了这一指控。", "", False),
        ("قال الوزير إن التقرير غير صحيح.", "", False),
        ("Der Bürgermeister", "en", True),
    ],
)
def test_which_texts_the_lists_are_for(text: str, language: str, known: bool):
    assert knows(text, language) is known
