"""The layers in which claims stand in INCEpTION, and dkpro-cassis, which knows how such files are made."""

from importlib import import_module
from types import ModuleType
from typing import Any

from annotator.formats.exchange.contents import IN_WORDS
from annotator.model.drafts import Note
from annotator.model.errors import BadInput
from annotator.model.features import Feature

PACKAGE = "dkpro-cassis"

#: What the files hold, and what a person should know before choosing them.
CARRIED = frozenset({Feature.TEXT, Feature.OVERLAPS, Feature.LINKS})
TOLD = IN_WORDS | {Feature.PEOPLE}
LIMITS: tuple[Note, ...] = (("exchange.inception_layers", {}),)

#: A CAS or a type system of cassis, which has no types of its own that mypy would see through.
Cas = Any
TypeSystem = Any

CLAIM = "webanno.custom.Claim"
ANSWERS = "webanno.custom.Answers"
DOCUMENT = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"

#: The ends of a relation as INCEpTION names them: where the arc begins, and where it points.
FROM, TO = "Governor", "Dependent"

#: Features of a claim, all of them words.
FEATURES = ("tag", "reviewer", "status", "plain_words", "note", "remarks")


def cassis(name: str) -> ModuleType:
    """The package; raises BadInput, for the sake of the file of that name, where it is not installed."""
    try:
        return import_module("cassis")
    except ImportError as error:
        raise BadInput("exchange.package", name=name, package=PACKAGE) from error


def type_system(package: ModuleType) -> TypeSystem:
    """The types of what we write: claims, answers from denial to allegation, and the article's details."""
    types = package.TypeSystem()
    claim = types.create_type(name=CLAIM, supertypeName="uima.tcas.Annotation")
    for feature in FEATURES:
        types.create_feature(domainType=claim, name=feature, rangeType="uima.cas.String")
    answers = types.create_type(name=ANSWERS, supertypeName="uima.tcas.Annotation")
    for end in (FROM, TO):
        types.create_feature(domainType=answers, name=end, rangeType=claim)
    document = types.create_type(name=DOCUMENT, supertypeName="uima.tcas.DocumentAnnotation")
    for feature in ("documentTitle", "documentUri"):
        types.create_feature(domainType=document, name=feature, rangeType="uima.cas.String")
    return types
