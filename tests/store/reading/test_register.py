"""The register of sources: joins are followed wherever they lead, and the view says the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.identity import take_hand
from annotator.model.enums import SourceKind
from annotator.model.rows import NOT_NAMED, THE_ARTICLE_ITSELF, SameAs, Source
from annotator.store.door import step
from annotator.store.library import Library
from annotator.store.opening import make
from annotator.store.reading.sources import register, resolve, shown_views

IDS = "abcdefgh"


@pytest.fixture(scope="module")
def eight(tmp_path_factory) -> Path:
    """A library with eight sources, of which the last two are confidential."""
    path = tmp_path_factory.mktemp("eight") / "library.sqlite"
    make(path)
    with Library(path) as library, step(library, take_hand(library), "step.add_source") as opened:
        for name in IDS:
            opened.write(Source(name, SourceKind.PERSON, name.upper(), confidential=name in "gh"))
    return path


def components(joins: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Who is one with whom, by joining sets until nothing changes."""
    groups = {name: {name} for name in IDS}
    for source, other in joins:
        if (source in "gh") == (other in "gh"):
            both = groups[source] | groups[other]
            groups |= dict.fromkeys(both, both)
    return groups


@given(joins=st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda j: j[0] != j[1])))
def test_any_joins_are_resolved(eight, joins):
    """Chains, branches and rings, as several people's joins may make them."""
    with Library(eight) as library:
        library.query("PRAGMA synchronous = OFF")
        hand = take_hand(library)
        with step(library, hand, "step.join_sources") as opened:
            for n, (source, other) in enumerate(joins):
                opened.write(SameAs(f"j-{n}", source, other))
        try:
            shown = resolve(library, IDS)
            groups = components(joins)
            gone = {source for source, other in joins if (source in "gh") == (other in "gh")}
            for name in IDS:
                ends = sorted(groups[name] - gone) or sorted(groups[name])
                assert shown[name] == ends[0]
                assert shown_views(library, [name])[name].name == ends[0].upper()
            entries = {view.id: view for view in register(library)}
            assert set(entries) == {*shown.values(), THE_ARTICLE_ITSELF, NOT_NAMED}
            for view in entries.values():
                assert {view.id, *(source for source, _ in view.joined)} == groups.get(view.id, {view.id})
        finally:
            with step(library, hand, "step.part_sources") as opened:
                for join in library.where(SameAs):
                    opened.remove(SameAs, join.id)


def test_parted_sources_stand_alone_again(eight):
    with Library(eight) as library:
        assert resolve(library, IDS) == {name: name for name in IDS}
        assert resolve(library, []) == {}
