"""What the labels of other tools mean here: a proposal, which a person may change."""

import re
import unicodedata

from annotator.model.enums import Tag
from annotator.model.received import Received

_SYNONYMS: dict[Tag, str] = {
    Tag.ALLEGATION: """
        allegation, allegations, alleged, accusation, accusations, charge, a, alleg,
        behauptung, vorwurf, vorwürfe, anschuldigung, beschuldigung,
        alegación, acusación, acusaciones, denuncia, imputación,
        allégation, allégations, accusa, alegação, acusação, beschuldiging, aantijging,
        oskarżenie, zarzut, påstand, anklagelse, обвинение, ادعاء, اتهام, 指控, 指責
    """,
    Tag.DENIAL: """
        denial, denials, denied, deny, denies, rebuttal, refutation, d, rejection of allegation,
        dementi, bestreiten, abstreiten, leugnung, zurückweisung, gegendarstellung, widerspruch,
        desmentido, negación, negativa, refutación, mentís,
        démenti, dénégation, réfutation, smentita, negazione, negação, ontkenning, weerlegging,
        zaprzeczenie, benægtelse, опровержение, отрицание, نفي, إنكار, 否认, 否認
    """,
    Tag.FACT: """
        reported fact, reported facts, fact, facts, factual, factual claim, factual statement, f,
        verifiable fact, checkable fact, statement of fact, reported,
        tatsache, tatsachen, tatsachenbehauptung, fakt, fakten, berichtete tatsache,
        hecho, hechos, hecho reportado, hecho informado, dato,
        fait, faits, fait rapporté, fatto, fatti, fatto riportato, fato, facto, fato relatado, feit, feiten,
        fakty, faktum, факт, факты, حقيقة, 事实, 事實
    """,
}

#: What parts a label's words, and what parts the name of a set of labels from the label.
_BETWEEN = re.compile(r"[\s_\-]+")
_OF_A_SET = re.compile(r"[:/|>.#]+")


def propose(received: Received) -> dict[str, Tag | None]:
    """The tag that each label of a file most likely means; None for what is kept as a remark."""
    return {label: proposed(label) for label in received.labels}


def proposed(label: str) -> Tag | None:
    """The tag that a label most likely means, by ours and by words of several languages."""
    folded = _folded(label)
    return _MEANS.get(folded) or _MEANS.get(_folded(_OF_A_SET.split(label.rstrip(":/|>.#"))[-1]))


def _folded(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _BETWEEN.sub(" ", bare).strip()


_MEANS = {_folded(synonym): tag for tag, synonyms in _SYNONYMS.items() for synonym in synonyms.split(",")}
